import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.hexdump import HexLines, hexdump


def test_a_short_line() -> None:
    assert hexdump(b'{"hi":1}') == ['00000000  7b 22 68 69 22 3a 31 7d                           |{"hi":1}|']


def test_a_full_line_and_the_offset() -> None:
    assert hexdump(bytes(range(0x70, 0x81)), 0x100) == [
        "00000100  70 71 72 73 74 75 76 77  78 79 7a 7b 7c 7d 7e 7f  |pqrstuvwxyz{|}~.|",
        "00000110  80                                                |.|",
    ]


def test_nothing() -> None:
    assert hexdump(b"") == []


@given(st.binary(max_size=100))
def test_the_bytes_can_be_read_back(content) -> None:
    assert b"".join(bytes.fromhex(line[10:58]) for line in hexdump(content)) == content
    assert all(line.isascii() and line.isprintable() for line in hexdump(content))


@pytest.mark.skipif(shutil.which("hexdump") is None, reason="there is no hexdump here")
def test_prints_what_hexdump_prints() -> None:
    content = bytes(range(256))
    printed = subprocess.run(["hexdump", "-C"], input=content, capture_output=True, check=True).stdout.decode()
    assert printed.splitlines()[:-1] == hexdump(content)


@given(st.binary(max_size=200))
def test_lines_on_demand_are_the_same(content) -> None:
    lines = HexLines(content)
    assert list(lines) == hexdump(content)
    assert lines[1:5] == hexdump(content)[1:5]
    assert len(lines) == len(hexdump(content))
    with pytest.raises(IndexError):
        lines[len(lines)]


def test_a_gigabyte_costs_nothing() -> None:
    assert HexLines(bytes(2**20))[2**16 - 1].startswith("000ffff0  00")


def found(content: bytes, wanted: str) -> list[str]:
    lines = HexLines(content)
    return [lines[place[0]][place[1] : place[2]] for place in lines.places(wanted) if place]


def test_finds_text_and_else_bytes() -> None:
    assert found(b"0123Needle...needle", "needle") == ["4e 65 65 64  6c 65", "6e 65 65"]
    assert found(b"abcdefgh" * 3, "CD") == ["63 64", "63 64", "63 64"]
    assert found(b"\x00\xff\x10" * 2, "ff10") == ["ff 10", "ff 10"]
    assert found(b"x" * 14 + b"abcd", "abcd") == ["61 62"]
    assert found(b"abc", "") == []
    assert found(b"abc", "zz") == []


@given(st.binary(), st.text())
def test_looking_for_anything_never_raises(content, wanted) -> None:
    for place in HexLines(content).places(wanted):
        assert place is None or place[1] < place[2]
