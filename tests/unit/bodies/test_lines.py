import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.lines import GLANCE, WIDTH, cut, harmless, hits, text_lines, text_slices, unified
from webhook_inspector.core.text import visible


@given(st.text())
def test_nothing_is_left_that_acts(text) -> None:
    shown = harmless(text)
    assert all(character in "\n\t" or visible(character) == character for character in shown)


@given(st.text(st.characters(exclude_categories=["Mn", "Me"])))
def test_agrees_with_core_on_a_line(text) -> None:
    assert harmless(text).replace("\n", "\\n").replace("\t", "\\t") == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a\tb"),
        ("\x00\x07\x1b[31m", "\\x00\\x07\\x1b[31m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\x9b31m\x85", "\\x9b31m\\x85"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("é日本😀", "é日本😀"),
        ("नमस्ते", "नमस्ते"),
    ],
)
def test_what_acts_is_written_as_an_escape(text, shown) -> None:
    assert harmless(text) == shown


def test_a_heap_of_combining_marks_is_taken_apart() -> None:
    shown = harmless("e" + "\u0301" * 100_000 + "x")
    assert shown == "e" + "\u0301" * 4 + "\\u0301" * 99_996 + "x"


def test_lines_end_in_lf_or_crlf() -> None:
    assert text_lines("a\r\nb\nc\rd\x0be\x85f\n") == ["a", "b", "c\\rd\\x0be\\x85f", ""]
    assert text_lines("") == [""]


@given(
    st.lists(st.sampled_from(["a", "\\", "\n", "\r\n", "\x00", "b" * 700, "e\u0301"]), max_size=60), st.integers(0, 5)
)
def test_slices_hold_the_same_lines(pieces, shift) -> None:
    text = "".join(pieces)
    for long in (text, "x" * (GLANCE - shift) + text, "y\n" * (GLANCE // 2 - shift) + text):
        assert [line for lines in text_slices(long) for line in lines] == cut(text_lines(long))


def test_a_heap_over_the_end_of_a_part_is_taken_apart() -> None:
    for shift in range(8):
        text = "x" * (GLANCE - shift) + "\u0301" * 9
        assert harmless(text) == "x" * (GLANCE - shift) + "\u0301" * 4 + "\\u0301" * 5


@given(st.lists(st.text(max_size=3) | st.integers(0, 3 * WIDTH).map("x".__mul__)))
def test_cut_loses_nothing(lines) -> None:
    assert "".join(cut(lines)) == "".join(lines)
    assert all(len(piece) <= WIDTH for piece in cut(lines))


def test_short_lines_stay_as_they_are() -> None:
    assert cut(["", "a", "b" * WIDTH]) == ["", "a", "b" * WIDTH]


@pytest.mark.parametrize("shift", range(4))
def test_no_escape_is_cut_in_two(shift) -> None:
    for piece in cut(['"' + "a" * shift + '\\"' * 5_000 + '"']):
        assert not piece.endswith("\\")


@pytest.mark.parametrize("seed", ["a\t", "\x00", "\u0301", "e\u0301\u0302\u0303\u0304\u0305", "\u202e"])
def test_time_is_linear(seed) -> None:
    started = time.process_time()
    harmless(seed * 100_000)
    assert time.process_time() - started < 3


def test_every_hit_is_found_once_with_pauses() -> None:
    text = ("x" * 99 + "needle") * 10_000
    found = list(hits(re.compile("needle"), text, 6))
    assert found.count(None) > 2
    assert [text[slice(*hit)] for hit in found if hit] == ["needle"] * 10_000


@given(st.lists(st.sampled_from(["a", "\n", "\r", "\r\n", "é"]), max_size=12), st.integers(0, 12))
def test_crlf_becomes_lf_wherever_it_stands(pieces, shift) -> None:
    text = "".join(pieces)
    for long in (text, "x" * (GLANCE - shift) + text, "x" * (GLANCE - shift) + "\r\n" * GLANCE):
        assert unified(long) == long.replace("\r\n", "\n")


@pytest.mark.parametrize("character", [chr(number) for number in range(0x80)])
def test_every_character_of_ascii_is_seen_in_every_part(character) -> None:
    shown = character if character in "\n\t" else visible(character)
    assert harmless("x" * GLANCE + character) == "x" * GLANCE + shown
