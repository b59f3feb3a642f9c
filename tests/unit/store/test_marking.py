import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.marks import NO_MARKS, MarkChange, Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.store import marking
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with closing(History(path, on_notice=print)) as one:
        one.open()
        yield one


@pytest.fixture
def reader(history: History) -> Iterator[Reader]:
    with closing(Reader(history.path)) as one:
        yield one


def write(history: History, *event_ids: str) -> None:
    """A capture for each event id, in order; one with an empty id tells of no event."""
    history.write([make_record(make_capture(body=b"x"), judgement=judged(event_id)) for event_id in event_ids])


def judged(event_id: str) -> Judgement:
    return Judgement(Meaning("stripe", "invoice.paid", event_id), Status.VALID, "stripe") if event_id else NOT_JUDGED


def do(history: History, step, *arguments: object) -> list[int]:
    found: list[list[int]] = []

    def work(connection: sqlite3.Connection) -> int:
        found.append(step(connection, *arguments))
        return 1

    history.change(work)
    return found[0]


def firsts(reader: Reader) -> dict[int, tuple[int, int]]:
    """First and tries of every capture that is there."""
    return {row.id: (row.first, row.tries) for row in reader.rows(range(1, 100))}


def test_marks_come_back_as_they_were_put(history: History, reader: Reader):
    write(history, "", "", "")
    change = MarkChange(pinned=True, colour="red", note="why", add=("a", "b"))
    assert do(history, marking.mark, [3, 1, 99], change) == [3, 1]
    assert do(history, marking.mark, [3], change) == []
    marks = Marks(pinned=True, colour="red", tags=("a", "b"), note="why")
    assert [row.marks for row in reader.rows([1, 2, 3])] == [marks, NO_MARKS, marks]
    record = reader.record(1)
    assert record is not None
    assert record.marks == marks
    assert do(history, marking.mark, [1], MarkChange(pinned=False, remove=("a",))) == [1]
    assert (reader.pinned_count(), reader.tags()) == (1, ["a", "b"])
    assert list(reader.not_pinned(array("q", [1, 2, 3]))) == [1, 2]


def test_what_was_imported_with_marks_keeps_them(history: History, reader: Reader):
    marks = Marks(tags=("slow",))
    (row,) = history.write([replace(make_record(), marks=marks)])
    assert row.marks == marks
    assert reader.rows([row.id]) == [row]


def test_what_is_deleted_is_not_there(history: History, reader: Reader):
    write(history, "", "", "")
    assert do(history, marking.delete, [2, 99], 5) == [2]
    assert do(history, marking.delete, [2], 6) == []
    assert [row.id for row in reader.rows([1, 2, 3])] == [1, 3]
    assert (reader.record(2), reader.record(2, body_limit=1)) == (None, None)
    assert (reader.count(), reader.last_id()) == (2, 3)
    assert (list(reader.nearby(1, 9, 9)), reader.count_under("/stripe")) == ([3], 2)
    assert list(reader.ids_under("/stripe", below=9, limit=9)) == [3, 1]
    assert reader.deletions(9) == [(5, 1)]
    assert do(history, marking.mark, [2], MarkChange(pinned=True)) == []


def test_it_comes_back_and_is_judged_anew(history: History, reader: Reader):
    write(history, "a", "", "")
    do(history, marking.delete, [1, 3], 5)
    do(history, marking.delete, [2], 6)
    assert do(history, marking.restore, 5) == [1, 3]
    assert do(history, marking.restore, 5) == []
    assert [row.id for row in reader.rows([1, 2, 3])] == [1, 3]
    assert list(reader.unjudged(below=9, limit=9)) == [3, 1]
    assert reader.unjudged_count() == 2
    assert reader.rows([1])[0].judgement.status is None


def test_a_further_try_becomes_the_first(history: History, reader: Reader):
    write(history, "a", "b", "a", "a")
    assert firsts(reader) == {1: (0, 3), 2: (0, 1), 3: (1, 1), 4: (1, 1)}
    do(history, marking.delete, [1], 5)
    assert firsts(reader) == {2: (0, 1), 3: (0, 2), 4: (3, 1)}
    write(history, "a")
    assert firsts(reader)[5] == (3, 1)
    do(history, marking.restore, 5)
    assert firsts(reader) == {1: (0, 4), 2: (0, 1), 3: (1, 1), 4: (1, 1), 5: (1, 1)}


def test_a_new_try_of_what_was_deleted_whole_is_a_first(history: History, reader: Reader):
    write(history, "a", "a")
    do(history, marking.delete, [2, 1], 5)
    write(history, "a")
    assert firsts(reader) == {3: (0, 1)}
    do(history, marking.restore, 5)
    assert firsts(reader) == {1: (0, 3), 2: (1, 1), 3: (1, 1)}


def test_clearing_leaves_what_is_pinned(history: History, reader: Reader, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(marking, "STEP", 2)
    write(history, "a", "a", "", "", "")
    do(history, marking.mark, [2], MarkChange(pinned=True))
    below, gone = 5, []
    while ids := do(history, marking.clear, below, 7):
        gone += ids
        below = ids[-1]
    assert gone == [4, 3, 1]
    assert firsts(reader) == {2: (0, 1), 5: (0, 1)}
    assert do(history, marking.restore, 7) == [1, 3]
    assert do(history, marking.restore, 7) == [4]
    assert firsts(reader)[2] == (1, 1)


def test_steps_begin_with_the_newest(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(marking, "STEP", 2)
    assert marking.steps([1, 5, 3]) == [[5, 3], [1]]


@given(st.lists(st.tuples(st.booleans(), st.sets(st.integers(1, 8), min_size=1)), max_size=6))
def test_whatever_goes_and_comes_the_first_is_the_earliest_that_is_there(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[bool, set[int]]]
):
    path = tmp_path_factory.mktemp("turns") / "history.db"
    with closing(History(path, synchronous="NORMAL", on_notice=print)) as history:
        history.open()
        write(history, "a", "b", "a", "", "a", "b", "b", "a")
        deletions: list[int] = []
        for moment, (back, ids) in enumerate(turns, 1):
            if back and deletions:
                do(history, marking.restore, deletions.pop())
            else:
                do(history, marking.delete, ids, moment)
                deletions.append(moment)
        with closing(Reader(path)) as reader:
            found = firsts(reader)
    for event_id in ("a", "b"):
        there = [
            number
            for number, name in enumerate(["a", "b", "a", "", "a", "b", "b", "a"], 1)
            if name == event_id and number in found
        ]
        assert [found[number] for number in there] == [
            (0, len(there)) if place == 0 else (there[0], 1) for place in range(len(there))
        ]
