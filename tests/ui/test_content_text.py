import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.ui.content_text import SHOWN_LIMIT, as_hex, as_text, lay_out


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", [""]),
        (b"1.{}", ["1.{}"]),
        (b"a\nb", ["a\\n", "b"]),
        (b"a\r\nb\n", ["a\\r\\n", "b\\n"]),
        (b"a\rb", ["a\\rb"]),
        (b"\n\n", ["\\n", "\\n"]),
        (b"\x00\xff", ["\\x00\\xff"]),
        ("é\u202e".encode(), ["é\\u202e"]),
    ],
)
def test_writes_line_ends_out(content, lines):
    assert lay_out(content).lines == lines


def test_makes_only_written_line_ends_paler():
    found = lay_out(b"a\\n\r\nb")
    assert found.lines == ["a\\n\\r\\n", "b"]
    assert found.spans == [[(3, 4, "comment")], []]


def test_cuts_long_lines_and_keeps_the_end_at_the_last_piece():
    found = lay_out(b"x" * (WIDTH + 5) + b"\n")
    assert found.lines == ["x" * WIDTH, "x" * 5 + "\\n"]
    assert found.spans == [[], [(5, 2, "comment")]]


def test_shows_no_more_than_the_limit_and_keeps_all_for_copying():
    content = b"0123456789abcde\n" * (SHOWN_LIMIT // 16 + 1)
    found = lay_out(content)
    assert (found.shown, len(found.lines), len(found.hex_lines)) == (SHOWN_LIMIT, SHOWN_LIMIT // 16, SHOWN_LIMIT // 16)
    assert found.content == content


def test_has_the_bytes_in_hexadecimal():
    assert lay_out(b"1.{}").hex_lines[0].startswith("00000000  31 2e 7b 7d")


def test_is_copied_as_it_is():
    assert as_text(b"a\r\n\xff") == "a\r\n\\xff"
    assert as_hex(b"a\r\n\xff") == "610d0aff"


@given(st.binary(max_size=300))
def test_any_bytes_are_laid_out(content):
    found = lay_out(content)
    assert len(found.lines) == len(found.spans)
    assert all(line == "" or "\t" in line or line.isprintable() for line in found.lines)
    assert bytes.fromhex(as_hex(content)) == content
