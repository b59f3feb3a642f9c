import io

import pytest

from webhook_inspector.formats import lines
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.lines import Lines


def test_lines_and_raw_bytes_in_turns() -> None:
    taken = Lines(io.BytesIO(b"one\ntwo\nr\na\nw\nlast"))
    assert (taken.take(), taken.number) == (b"one\n", 1)
    taken.give_back(b"one\n")
    assert taken.number == 0
    assert (taken.take(), taken.take(), taken.number) == (b"one\n", b"two\n", 2)
    assert (taken.raw(6), taken.number) == (b"r\na\nw\n", 5)
    assert (taken.take(), taken.number) == (b"last", 6)
    assert taken.take() == b""


def test_raw_bytes_that_are_not_there() -> None:
    with pytest.raises(MisfitError, match="the file ends after 3 of 4 bytes"):
        Lines(io.BytesIO(b"abc")).raw(4)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_LIMIT", 3)
    monkeypatch.setattr(lines, "RAW_LIMIT", 3)
    assert Lines(io.BytesIO(b"ab\n")).take() == b"ab\n"
    with pytest.raises(MisfitError, match="longer than 3 bytes"):
        Lines(io.BytesIO(b"abc\n")).take()
    assert Lines(io.BytesIO(b"abcd")).raw(3) == b"abc"
    with pytest.raises(MisfitError, match="more than 3 bytes"):
        Lines(io.BytesIO(b"abcd")).raw(4)
