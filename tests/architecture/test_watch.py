"""The guards of `conftest.py` themselves: one that sees nothing would pass every test."""

import asyncio
import logging
import subprocess
import sys
import threading

import pytest

from tests import watch
from tests.watch import ExpectedLog, Leftovers, caught_log


def caught(*messages: str) -> list[logging.LogRecord]:
    return [logging.makeLogRecord({"msg": message, "levelno": logging.WARNING}) for message in messages]


def test_a_quiet_log_is_right() -> None:
    assert ExpectedLog().judge([]) == ""


def test_an_unannounced_record_is_named() -> None:
    assert "disk full" in ExpectedLog().judge(caught("disk full"))


def test_an_announced_record_is_right() -> None:
    expected = ExpectedLog()
    expected("disk .*")
    assert expected.judge(caught("disk full")) == ""


def test_an_announcement_that_nothing_came_for_is_wrong() -> None:
    expected = ExpectedLog()
    expected("disk full")
    assert "disk full" in expected.judge([])


def test_records_from_warning_upwards_are_caught(expected_log: ExpectedLog) -> None:
    expected_log("^seen$")
    with caught_log() as records:
        logging.getLogger("somewhere.deep").warning("seen")
        logging.getLogger("somewhere.deep").info("not seen")
    assert [record.getMessage() for record in records] == ["seen"]


def test_a_thread_that_stays_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "GRACE", 0.05)
    before = Leftovers.now()
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="sleepy")
    thread.start()
    try:
        assert Leftovers.now().since(before) == ["thread sleepy"]
    finally:
        done.set()
        thread.join()
    assert Leftovers.now().since(before) == []


def test_a_process_that_stays_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "GRACE", 0.05)
    before = Leftovers.now()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        left = Leftovers.now().since(before)
        child.communicate(b"\n")
    assert len(left) == (1 if sys.platform == "linux" else 0)
    assert Leftovers.now().since(before) == []


async def test_an_async_test_runs_on_a_loop_of_its_own() -> None:
    await asyncio.sleep(0)
    assert asyncio.get_running_loop().is_running()
