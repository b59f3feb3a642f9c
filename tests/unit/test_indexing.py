import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector import indexing as indexing_module
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import Problem
from webhook_inspector.indexing import Indexing
from webhook_inspector.store import index_feed
from webhook_inspector.store.files import beside
from webhook_inspector.store.history import History
from webhook_inspector.store.index import DAMAGED, Extent, Index
from webhook_inspector.store.index_feed import IndexFeed
from webhook_inspector.store.reader import Reader


class Stage:
    """A history that captures come to, and the indexing of them."""

    def __init__(self, folder: Path) -> None:
        self.path, self.index = folder / "history.db", folder / "index.db"
        self.history = History(self.path, on_notice=lambda _: None)
        self.history.open()
        self.lock = threading.Lock()
        self.indexing = Indexing(self.path, self.index, self.amend)

    def store(self, *words: str) -> None:
        with self.lock:
            self.history.write([make_record(make_capture(make_head(), word.encode())) for word in words])
        self.indexing.stored()

    def amend(
        self, judged: Sequence[tuple[int, Judgement]], done: Callable[[Problem | None], None], marks: dict[str, str]
    ) -> None:
        with self.lock:
            self.history.amend(judged, marks)
        done(None)

    def settle(self, watermark: int) -> None:
        wait_for(lambda: self.indexing.indexed == watermark)

    def found(self, word: bytes) -> list[int] | None:
        with closing(Reader(self.path)) as reader, closing(Index(self.index)) as index:
            candidates = index.candidates([word], Extent(reader.mark("history"), 1000), 1000)
        return None if candidates is None else list(candidates.ids)

    def again(self) -> None:
        self.end()
        self.indexing = Indexing(self.path, self.index, self.amend)
        self.indexing.start()

    def end(self) -> None:
        self.indexing.end()
        self.indexing.join()


def wait_for(fact: Callable[[], bool]) -> None:
    for _ in range(1000):
        if fact():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not come to pass")


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(indexing_module, "SOON", 0.01)
    monkeypatch.setattr(indexing_module, "AGAIN", 0.05)
    monkeypatch.setattr(index_feed, "TOGETHER", 1)  # so that proposals are exact
    made = Stage(tmp_path)
    yield made
    made.end()
    made.history.close()


def test_what_was_stored_before_and_what_comes_is_indexed(stage: Stage):
    stage.store("first", "second")
    assert stage.indexing.indexed == -1
    stage.indexing.start()
    stage.settle(2)
    assert stage.found(b"first") == [1]
    stage.store("third first")
    stage.settle(3)
    assert stage.found(b"FIRST") == [1, 3]


def test_many_are_indexed_in_several_commits(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "STEPS", {True: (3, 10**6, 0.1), False: (4, 10**6, 0.1)})
    stage.store(*[f"number {number}." for number in range(1, 51)])
    stage.indexing.start()
    stage.settle(50)
    assert stage.found(b"number") == list(range(1, 51))
    assert {33} <= set(stage.found(b"number 33.") or ()) <= {number for number in range(51) if "3" in str(number)}


def test_it_goes_on_where_it_ended(stage: Stage):
    stage.store("first")
    stage.indexing.start()
    stage.settle(1)
    known = stage.index.stat().st_ino
    stage.end()
    stage.store("second")
    stage.again()
    stage.settle(2)
    assert stage.found(b"first") == [1]
    assert stage.found(b"second") == [2]
    assert stage.index.stat().st_ino == known


def test_an_index_that_is_deleted_or_found_damaged_is_made_again(stage: Stage):
    stage.store("first")
    stage.indexing.start()
    stage.settle(1)
    stage.index.unlink()
    stage.store("second")
    stage.settle(2)
    wait_for(stage.index.exists)
    assert stage.found(b"first") == [1]
    beside(stage.index, DAMAGED).touch()
    stage.store("third")
    stage.settle(3)
    assert stage.found(b"first") == [1]
    assert not beside(stage.index, DAMAGED).exists()


def test_another_history_gets_an_index_of_its_own(stage: Stage):
    stage.store("first", "second")
    stage.indexing.start()
    stage.settle(2)
    with stage.lock:
        stage.history.close()
        stage.path.unlink()
        stage.history = History(stage.path, on_notice=lambda _: None)
        stage.history.open()
    stage.store("other")
    stage.settle(1)
    assert stage.found(b"other") == [1]
    assert stage.found(b"first") == []


def test_an_older_copy_of_the_history_is_noticed(stage: Stage):
    stage.store("first")
    stage.indexing.start()
    stage.settle(1)
    with stage.lock:
        stage.history.close()
        copy = stage.path.read_bytes()
        stage.history.open()
    stage.store("second", "third")
    stage.settle(3)
    stage.end()
    with stage.lock:
        stage.history.close()
        stage.path.write_bytes(copy)
        stage.history = History(stage.path, on_notice=lambda _: None)
        stage.history.open()
        capture = make_capture(make_head(), b"different", received_ns=5)
        stage.history.write([make_record(capture), make_record(capture)])
    stage.again()
    stage.settle(3)
    assert stage.found(b"second") == []
    assert stage.found(b"different") == [2, 3]


def test_an_index_of_mostly_deleted_captures_is_made_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "SPARE", 0)
    stage.store("first", "second", "third")
    stage.indexing.start()
    stage.settle(3)
    stage.end()
    with stage.lock:
        connection = stage.history._connection
        connection.execute("DELETE FROM captures WHERE id < 3")
        connection.execute("DELETE FROM contents WHERE id < 3")
    stage.again()
    stage.settle(3)
    assert stage.found(b"first") == []
    assert stage.found(b"third") == [3]


def test_when_everything_is_deleted_nothing_stays_in_the_index(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "HOUR", 0.0)
    stage.store("first", "second")
    stage.indexing.start()
    stage.settle(2)
    with stage.lock:
        connection = stage.history._connection
        connection.execute("DELETE FROM captures")
        connection.execute("DELETE FROM contents")
    stage.indexing.stored()
    wait_for(lambda: stage.found(b"first") == [])


def test_what_can_be_brought_back_stays_in_the_index(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "SPARE", 0)
    stage.store("first", "second")
    stage.indexing.start()
    stage.settle(2)
    with stage.lock:
        stage.history._connection.execute("UPDATE captures SET deleted_ns = 5")
    cleared: list[str] = []
    monkeypatch.setattr(IndexFeed, "clear", lambda _, history: cleared.append(history))
    stage.again()
    stage.settle(2)
    assert stage.found(b"first") == [1]
    assert cleared == []


def test_while_something_is_captured_it_rests(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "STEPS", {True: (1, 10**6, 10.0**6), False: (1000, 10**6, 0.0)})
    stage.store("first", "second", "third")
    stage.indexing.start()
    wait_for(lambda: stage.found(b"first") == [1])
    assert stage.found(b"second") == []
    stage.end()  # does not wait for the end of the rest
    assert stage.found(b"second") == []


def test_a_history_that_cannot_be_marked_is_indexed_later(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    answers = [Problem.of("store-full"), None]
    amend = stage.amend

    def amend_later(judged, done, marks):
        problem = answers.pop(0)
        if problem is not None:
            return done(problem)
        return amend(judged, done, marks)

    stage.indexing = Indexing(stage.path, stage.index, amend_later)
    stage.store("first")
    stage.indexing.start()
    stage.settle(1)
    assert stage.found(b"first") == [1]
    assert answers == []


def test_a_history_that_is_not_there_yet_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing_module, "AGAIN", 0.01)
    late = Indexing(tmp_path / "history.db", tmp_path / "index.db", lambda judged, done, marks: None)
    late.start()
    threading.Event().wait(0.05)
    late.end()
    late.join()
    assert list(tmp_path.iterdir()) == []


def test_a_failure_is_logged_and_tried_again(stage: Stage, expected_log, monkeypatch: pytest.MonkeyPatch):
    expected_log("the search index could not be written")
    step = Indexing._step
    failures = [ZeroDivisionError()]

    def failing(*args):
        if failures:
            raise failures.pop()
        return step(*args)

    monkeypatch.setattr(Indexing, "_step", failing)
    stage.store("first")
    stage.indexing.start()
    stage.settle(1)
    assert stage.found(b"first") == [1]


def test_after_the_end_it_does_not_begin(stage: Stage):
    stage.end()
    stage.indexing.start()
    assert stage.indexing._thread.ident is None
