"""Judgements that the writer takes beside captures."""

import threading
from contextlib import closing

import pytest

from tests.unit.store.stage import Bench
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.store import writer as writer_module
from webhook_inspector.store.reader import Reader


def test_judgements_are_written_beside_captures(bench):
    one: Bench = bench().start()
    one.keep(3)
    judgement = Judgement(status=Status.UNSIGNED, scheme="stripe")
    answers: list[Problem | None] = []
    done = threading.Event()

    def answered(problem: Problem | None) -> None:
        answers.append(problem)
        done.set()

    one.writer.amend([(2, judgement)], answered, {"rules": "x"})
    assert done.wait(10)
    one.keep(1)
    one.stop()
    assert answers == [None]
    with closing(Reader(one.path)) as reader:
        assert [row.judgement.status for row in reader.rows([1, 2])] == [None, Status.UNSIGNED]
        assert reader.mark("rules") == "x"


def test_judgements_that_wait_at_the_end_are_written(bench):
    one: Bench = bench()
    one.writer.open()
    one.send(1)
    answers: list[Problem | None] = []
    one.writer.amend([(1, Judgement(status=Status.VALID))], answers.append)
    one.writer.start()
    one.stop()
    assert answers == [None]


def test_judgements_do_not_wait_for_ever_while_captures_come(bench, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "AMEND_SECONDS", 0.0)
    monkeypatch.setattr(writer_module, "GROUP_COUNT", 1)
    one: Bench = bench()
    one.writer.open()
    tokens = one.send(50)
    stored: list[int] = []
    one.writer.amend([], lambda _problem: stored.append(len(one.heard.answers)))
    one.writer.start()
    one.heard.wait_for(*tokens)
    assert stored
    assert stored[0] < 50


def test_judgements_that_cannot_be_written_are_answered_with_the_reason(bench, other):
    one: Bench = bench().start()
    one.keep(1)
    other(one.path, "BEGIN IMMEDIATE")
    answers: list[Problem | None] = []
    done = threading.Event()
    one.writer.amend([(1, Judgement())], lambda problem: (answers.append(problem), done.set()))
    assert done.wait(10)
    assert [problem and problem.code for problem in answers] == ["store-locked"]
