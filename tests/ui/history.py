"""Real histories for tests of the window."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.core.capture import Record
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.store.writer import Writer


def fill(path: Path, records: Iterable[Record]) -> None:
    """Appends to the history at `path`, which is begun if it is not there."""
    with writing(path) as writer:
        for record in records:
            assert writer.submit(record, None)


def judge(path: Path, judged: dict[int, Judgement]) -> None:
    """Writes what captures were found to be after they had been stored."""
    with writing(path) as writer:
        writer.amend(list(judged.items()), lambda problem: None)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    refused: list[object] = []
    writer = Writer(path, on_done=lambda _: None, on_fault=refused.append, on_notice=refused.append)
    writer.open()
    writer.start()
    try:
        yield writer
    finally:
        writer.stop()
    assert not refused


def paid(event_id: str, status: Status = Status.VALID) -> Judgement:
    """Of a request that tells of a paid invoice. The same id again is another try of the same delivery."""
    return Judgement(Meaning("stripe", "invoice.paid", event_id), status, "stripe")


def tries(*event_ids: str) -> list[Record]:
    """One capture for each id, to `/try`; one with an empty id is not judged yet."""
    return [
        make_record(
            make_capture(head=make_head(target="/try"), received_ns=1000 + place), judgement=paid(one) if one else None
        )
        for place, one in enumerate(event_ids)
    ]


def records(count: int, *, body: bytes = b'{"hi":1}', target: str = "/hook") -> list[Record]:
    """Targets are `/hook/0`, `/hook/1` …"""
    return [
        make_record(make_capture(head=make_head(target=f"{target}/{place}"), body=body, received_ns=1000 + place))
        for place in range(count)
    ]
