import io
import sys

import pytest

from webhook_inspector.cli import progress
from webhook_inspector.cli.progress import Counted, Line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_counts_and_says_nothing_but_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    counted = Counted("abc", "read")
    assert list(counted) == ["a", "b", "c"]
    assert counted.count == 3
    assert capsys.readouterr() == ("", "")


def test_a_terminal_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_SECONDS", -1)
    assert list(Counted(range(2000), "read", 2000)) == list(range(2000))
    told = terminal.getvalue().split("\r")
    assert told[1] == "read 1 of 2,000\x1b[K"
    assert told[-2:] == ["read 2,000 of 2,000\x1b[K", "\x1b[K"]


def test_short_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(Counted("abc", "read", 3)) == ["a", "b", "c"]
    assert terminal.getvalue() == ""


def test_a_line_is_written_over_and_wiped_once_it_was_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = Line()
    line.say(lambda: "too early")
    line.wipe()
    assert terminal.getvalue() == ""
    monkeypatch.setattr(progress, "_SECONDS", -1)
    line.say(lambda: "one")
    line.wipe()
    assert terminal.getvalue() == "\rone\x1b[K\r\x1b[K"
