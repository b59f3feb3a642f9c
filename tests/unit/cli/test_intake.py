from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli import intake as intake_module
from webhook_inspector.cli.intake import Intake, Judge, judging
from webhook_inspector.cli.sources import Source
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.verdict import Status
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.deliveries import IMPORTED, passed_over
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.writer import Writer

RECORD = make_record()


@pytest.fixture
def told() -> list[tuple[int, int]]:
    return []


class Given(Source):
    """A source that holds these records."""

    def __init__(self, records: Iterable[Record]) -> None:
        super().__init__(Path("given"), None, Path("own"))
        self.records = records

    def __iter__(self) -> Iterator[Record]:
        yield from self.records


def opened(folder: DataFolder, judge: Judge = judging(NO_RULES, fetches=False), mark: str = "") -> Intake:  # noqa: B008
    return Intake(folder.history, "FULL", judge=judge, marks={"rules": mark} if mark else {})


def take(folder: DataFolder, told: list[tuple[int, int]], *sources: Iterable[Record]) -> None:
    def tell(path: Path, stored: int, unreadable: int) -> None:
        assert path == Path("given")
        told.append((stored, unreadable))

    with opened(folder) as intake:
        for source in sources:
            intake.take_all(Given(source), tell)


def count(folder: DataFolder) -> int:
    with closing(Reader(folder.history)) as reader:
        return reader.count()


def test_each_source_is_counted_for_itself(folder: DataFolder, told: list[tuple[int, int]]) -> None:
    take(folder, told, [RECORD, RECORD], [], [RECORD])
    assert told == [(2, 0), (0, 0), (1, 0)]
    assert count(folder) == 3


def test_many_are_never_all_in_memory(
    folder: DataFolder, told: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "_MOST_RECORDS", 3)
    monkeypatch.setattr(intake_module, "_MOST_BYTES", 100)
    waiting: list[int] = []
    submit = Writer.submit

    def counting(writer: Writer, record: Record, token: object) -> bool:
        waiting.append(len(writer._queue))
        return submit(writer, record, token)

    monkeypatch.setattr(Writer, "submit", counting)
    take(folder, told, [make_record(make_capture(body=b"x" * size)) for size in range(0, 300, 3)])
    assert told == [(100, 0)]
    assert max(waiting) < 3


def test_a_source_that_fails_keeps_what_came_before(folder: DataFolder, told: list[tuple[int, int]]) -> None:
    def failing() -> Iterator[Record]:
        yield RECORD
        raise KnownError(Problem.of("not-http"))

    with pytest.raises(KnownError):
        take(folder, told, failing())
    assert told == [(1, 0)]
    assert count(folder) == 1


def test_what_cannot_be_stored_is_told(
    folder: DataFolder, told: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Writer, _record: Record, token: object) -> bool:
        self._on_done([(token, Problem.of("store-full"))])
        return True

    monkeypatch.setattr(Writer, "submit", refused)
    with pytest.raises(KnownError) as caught:
        take(folder, told, [RECORD, RECORD])
    assert caught.value.problem.code == "store-full"
    assert told == [(0, 0)]


def test_a_damaged_history_is_told(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], expected_log: object
) -> None:
    assert callable(expected_log)
    expected_log("damaged")
    folder.history.write_bytes(b"SQLite format 3\0" + b"noise" * 5000)
    with opened(folder):
        pass
    assert capsys.readouterr().err.startswith("The history was damaged. It is set aside as ")


def test_everything_is_judged_whatever_its_file_says(folder: DataFolder) -> None:
    other = replace(RECORD, judgement=Judgement(status=Status.VALID, key_label="of another folder"))
    judge = judging(Rules((Endpoint("/stripe", "stripe"),)), fetches=False)
    with opened(folder, judge) as intake:
        intake.take_all(Given([RECORD, other]), lambda *_: None)
    with closing(Reader(folder.history)) as reader:
        rows = reader.rows([1, 2])
    assert [row.judgement.status for row in rows] == [Status.UNSIGNED] * 2
    assert [row.judgement.key_label for row in rows] == ["", ""]


def test_what_is_no_request_is_not_judged() -> None:
    refused = make_record(make_capture(state=State.REFUSED, problem=Problem.of("not-http")))
    assert judging(NO_RULES, fetches=False)(refused) is NOT_JUDGED


def test_what_needs_a_published_key_waits_for_it_where_keys_may_be_fetched() -> None:
    body = (
        b'{"Type":"Notification","SigningCertURL":'
        b'"https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem"}'
    )
    head = make_head("POST", "/sns", (("Host", "x"), ("x-amz-sns-message-type", "Notification")))
    record = make_record(make_capture(head, body))
    found = judging(NO_RULES, fetches=False)(record)
    assert found is not None
    assert (found.scheme, found.status) == ("aws-sns", Status.UNSIGNED)
    assert judging(NO_RULES, fetches=True)(record) is None


def test_by_which_rules_it_was_judged_is_kept_once(folder: DataFolder) -> None:
    for mark in ("one", "two"):
        with opened(folder, mark=mark):
            pass
    with closing(Reader(folder.history)) as reader:
        assert reader.mark("rules") == "one"


def test_what_is_imported_is_marked_so_that_no_rule_sends_it_on(folder: DataFolder) -> None:
    for _ in range(2):
        with opened(folder) as intake:
            intake.take_all(Given([RECORD] * 3), lambda *_: None)
    with closing(Reader(folder.history)) as reader:
        assert passed_over(reader.mark(IMPORTED)) == [(1, 3), (4, 6)]
