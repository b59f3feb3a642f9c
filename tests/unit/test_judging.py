import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector import judging as judging_module
from webhook_inspector.core.capture import Record
from webhook_inspector.core.events import Event, Judged, Judging
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.judging import Rejudging
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.writer import Writer


class Stage:
    """A history with captures, a writer, and the judging of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.status: Status | None = Status.VALID
        self.events: list[Event] = []
        self.asked: list[int] = []
        self.stored = threading.Event()
        self.changed = threading.Condition()
        self.writer = Writer(
            path, on_done=lambda _: self.stored.set(), on_fault=lambda _: None, on_notice=lambda _: None
        )
        self.writer.open()
        self.writer.start()
        self.judging = Rejudging(path, self.judge, self.writer.amend, self.tell)

    def store(self, *targets: str, judgement: Judgement | None = None) -> None:
        for target in targets:
            self.stored.clear()
            self.writer.submit(make_record(make_capture(make_head(target=target)), judgement=judgement), 0)
            assert self.stored.wait(10)

    def judge(self, record: Record) -> Judgement | None:
        self.asked.append(record.id)
        return None if self.status is None else Judgement(status=self.status)

    def tell(self, event: Event) -> None:
        with self.changed:
            self.events.append(event)
            self.changed.notify_all()

    def settle(self) -> None:
        for _ in range(1000):
            if self.judging.idle():
                return
            threading.Event().wait(0.01)
        raise AssertionError("still judging")

    def statuses(self) -> list[Status | None]:
        with closing(Reader(self.path)) as reader:
            return [row.judgement.status for row in reader.rows(range(1, reader.last_id() + 1))]

    def stop(self) -> None:
        self.judging.end()
        self.judging.join()
        self.writer.stop()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "history.db")
    yield made
    made.stop()


def test_what_nobody_has_judged_is_judged_newest_first(stage: Stage) -> None:
    stage.store("/a", "/b", "/c")
    stage.judging.start()
    stage.judging.look()
    stage.settle()
    assert stage.asked == [3, 2, 1]
    assert stage.statuses() == [Status.VALID] * 3
    assert stage.events == [Judged((3, 2, 1)), Judging(3, 3)]


def test_only_what_lies_under_the_paths_is_judged_again(stage: Stage) -> None:
    stage.store("/stripe", "/github", "/stripe/live", judgement=Judgement(status=Status.INVALID))
    stage.judging.start()
    stage.judging.again(["/stripe"], {"rules": "new"})
    stage.settle()
    assert stage.statuses() == [Status.VALID, Status.INVALID, Status.VALID]
    with closing(Reader(stage.path)) as reader:
        assert reader.mark("rules") == "new"


def test_what_stays_the_same_is_not_written_and_not_told(stage: Stage) -> None:
    stage.store("/stripe", judgement=Judgement(status=Status.VALID))
    stage.judging.start()
    stage.judging.again(["/"], {})
    stage.settle()
    assert stage.asked == [1]
    assert stage.events == [Judging(1, 1)]


def test_what_cannot_be_judged_yet_is_left_for_later(stage: Stage) -> None:
    stage.store("/stripe")
    stage.status = None
    stage.judging.start()
    stage.judging.look()
    stage.settle()
    assert stage.statuses() == [None]
    stage.status = Status.UNSIGNED
    stage.judging.look()
    stage.settle()
    assert stage.statuses() == [Status.UNSIGNED]


def test_progress_reaches_its_end_over_several_groups(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging_module, "GROUP", 4)
    monkeypatch.setattr(judging_module, "STEP", 2)
    stage.store(*["/x"] * 10)
    stage.judging.start()
    stage.judging.look()
    stage.settle()
    assert [event for event in stage.events if isinstance(event, Judging)] == [
        Judging(4, 10),
        Judging(8, 10),
        Judging(10, 10),
    ]
    assert stage.statuses() == [Status.VALID] * 10


def test_a_failure_ends_that_work_and_not_the_thread(stage: Stage, expected_log, monkeypatch) -> None:
    expected_log("judging stored captures failed")
    stage.store("/x")
    monkeypatch.setattr(stage, "judge", lambda record: 1 / 0)
    stage.judging = Rejudging(stage.path, stage.judge, stage.writer.amend, stage.tell)
    stage.judging.start()
    stage.judging.look()
    stage.settle()
    stage.judging._judge = lambda record: Judgement(status=Status.VALID)
    stage.judging.look()
    stage.settle()
    assert stage.statuses() == [Status.VALID]


def test_a_history_that_cannot_be_written_is_judged_at_another_time(stage: Stage) -> None:
    stage.store("/x")
    problem = Problem.of("store-full")
    stage.judging = Rejudging(stage.path, stage.judge, lambda judged, done, marks: done(problem), stage.tell)
    stage.judging.start()
    stage.judging.look()
    stage.settle()
    assert stage.statuses() == [None]
    assert stage.events == []


def test_the_end_does_not_wait_for_all(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging_module, "STEP", 1)
    monkeypatch.setattr(judging_module, "SHORT", 30.0)
    monkeypatch.setattr(judging_module, "LONG", 30.0)
    stage.store("/x", "/y")
    stage.judging.start()
    stage.judging.look()
    for _ in range(1000):
        if stage.asked:
            break
        threading.Event().wait(0.01)
    stage.stop()
    assert stage.asked == [2]
