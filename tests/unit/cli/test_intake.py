from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from webhook_inspector.cli import intake as intake_module
from webhook_inspector.cli.intake import Intake
from webhook_inspector.cli.sources import Source
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.paths import DataFolder
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


def take(folder: DataFolder, told: list[tuple[int, int]], *sources: Iterable[Record]) -> None:
    def tell(path: Path, stored: int, unreadable: int) -> None:
        assert path == Path("given")
        told.append((stored, unreadable))

    with Intake(folder.history, "FULL") as intake:
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
    with Intake(folder.history, "FULL"):
        pass
    assert capsys.readouterr().err.startswith("The history was damaged. It is set aside as ")
