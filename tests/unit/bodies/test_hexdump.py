import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.hexdump import hexdump


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
