"""Real histories for tests of the window."""

from collections.abc import Iterable
from pathlib import Path

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.core.capture import Record
from webhook_inspector.store.writer import Writer


def fill(path: Path, records: Iterable[Record]) -> None:
    """Appends to the history at `path`, which is begun if it is not there."""
    refused: list[object] = []
    writer = Writer(path, on_done=lambda _: None, on_fault=refused.append, on_notice=refused.append)
    writer.open()
    writer.start()
    try:
        for record in records:
            assert writer.submit(record, None)
    finally:
        writer.stop()
    assert not refused


def records(count: int, *, body: bytes = b'{"hi":1}', target: str = "/hook") -> list[Record]:
    """Targets are `/hook/0`, `/hook/1` …"""
    return [
        make_record(make_capture(head=make_head(target=f"{target}/{place}"), body=body, received_ns=1000 + place))
        for place in range(count)
    ]
