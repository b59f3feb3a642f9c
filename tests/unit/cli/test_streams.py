import io
import sys
from pathlib import Path

import pytest

from webhook_inspector.cli import streams
from webhook_inspector.core.problem import KnownError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_colours_on_a_terminal(terminal: Terminal) -> None:
    assert streams.coloured(terminal)
    assert not streams.coloured(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_where_they_are_not_wanted(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert not streams.coloured(terminal)


def test_an_empty_no_color_says_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert streams.coloured(terminal)


def test_paint() -> None:
    assert streams.paint("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"


def test_every_character_can_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    streams.prepare()
    streams.write_lines(["é\ud800"])
    assert raw.getvalue() == b"\xc3\xa9\\ud800\n"


def test_streams_that_were_closed_swallow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    streams.prepare()
    streams.write_lines(["x"])
    streams.write_bytes([b"x"])
    streams.complain("x")
    sys.stdout.close()
    sys.stderr.close()


def test_text_and_bytes_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="utf-8"))
    streams.write_lines(["a"])
    streams.write_bytes([b"\xff", b"\r\n"])
    streams.write_lines(["b"])
    assert raw.getvalue() == b"a\n\xff\r\nb\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_behind_the_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(KnownError) as caught:
            streams.write_lines(["x"])
        streams.discard(full)
    assert dict(caught.value.problem.particulars) == {
        "path": "standard output",
        "reason": "No space left on device",
    }
