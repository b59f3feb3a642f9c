import itertools
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.highlight import LINE_LIMIT, TOTAL_LIMIT, Token, spans
from webhook_inspector.bodies.progress import Progress, StoppedError

LANGUAGES = ["json", "xml", "html", "javascript", "css", "yaml"]
SEEDS = [
    "&",
    "<!--",
    "'",
    '"',
    "\n",
    " ",
    "{",
    "a",
    "\\",
    "<script>",
    "<style>a{",
    "<a b='",
    "/*",
    "`",
    "${",
    "- ",
    "a: |\n",
    "#",
    "%",
    "\r\n",
]


def words(lines, language) -> list[list[tuple[str, str]]]:
    """The coloured words of each line with their tokens."""
    return [
        [(line[start : start + length], token) for start, length, token in found]
        for line, found in zip(lines, spans(lines, language), strict=True)
    ]


def test_json() -> None:
    assert words(["{", '  "a": [1.10, true, "x"],', "", "}"], "json") == [
        [("{", "punctuation")],
        [
            ('"a"', "key"),
            (":", "punctuation"),
            ("[", "punctuation"),
            ("1.10", "number"),
            (",", "punctuation"),
            ("true", "keyword"),
            (",", "punctuation"),
            ('"x"', "string"),
            ("],", "punctuation"),
        ],
        [],
        [("}", "punctuation")],
    ]


def test_xml() -> None:
    (line,) = words(['<a b="c">&lt;d</a>'], "xml")
    assert line[0] == ("<a", "key")
    assert ("b=", "name") in line
    assert ('"c"', "string") in line
    assert ("&lt;", "name") in line


def test_a_token_over_several_lines() -> None:
    assert words(["<a><!-- one", "", "two --></a>"], "xml")[1:] == [[], [("two -->", "comment"), ("</a>", "key")]]


def test_a_string_in_pieces_stays_a_string() -> None:
    lines = ['["' + "a" * 1_998, "b" * 2_000, 'c", 1]']
    assert words(lines, "json")[1:] == [
        [("b" * 2_000, "string")],
        [('c"', "string"), (",", "punctuation"), ("1", "number"), ("]", "punctuation")],
    ]


@pytest.mark.parametrize("language", ["", "klingon", "\0"])
def test_no_language_no_colours(language) -> None:
    assert spans(["{", "}"], language) == [[], []]


def test_no_lines() -> None:
    assert spans([], "json") == []


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"))), st.sampled_from(LANGUAGES))
def test_spans_are_in_their_line_in_order_and_apart(lines, language) -> None:
    found = spans(lines, language)
    assert len(found) == len(lines)
    for line, line_spans in zip(lines, found, strict=True):
        end = 0
        for start, length, token in line_spans:
            assert start >= end
            assert length > 0
            assert token in list(Token)
            end = start + length
        assert end <= len(line)


def test_long_lines_stay_without_colour() -> None:
    lines = ["[1,", "2" * LINE_LIMIT + ",", "3]"]
    assert [bool(found) for found in spans(lines, "json")] == [True, False, True]


def test_the_total_is_limited() -> None:
    lines = ["1" * 1_023] * (TOTAL_LIMIT // 1_024 + 5)
    found = spans(lines, "json")
    assert found[TOTAL_LIMIT // 1_024 - 1]
    assert not any(found[TOTAL_LIMIT // 1_024 :])


def test_patience_ends() -> None:
    ticks = itertools.count()
    found = spans(["1"] * 100, "json", patience=20, clock=lambda: next(ticks))
    assert 5 <= sum(map(bool, found)) <= 20


def test_colours_of_a_large_text_agree_with_those_of_a_small_one() -> None:
    lines = json.dumps([{"key": n, "b": None} for n in range(500)], indent=2).split("\n")
    assert spans(lines, "json", patience=60)[1:5] == spans(lines[:5], "json", patience=60)[1:5]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_text_ends_in_time(seed, language) -> None:
    lines = [(seed * 1_000)[:2_000].replace("\n", " ")] * 10 if seed.strip() else [""] * 10_000
    started = time.process_time()
    spans(lines, language, patience=0.2)
    assert time.process_time() - started < 3


def test_rests_are_told_and_do_not_count() -> None:
    now = [0.0]
    breaths = list[float]()

    def rest() -> None:
        breaths.append(now[0])
        now[0] += 100

    text = ["[1, 2, 3]"] * 5_000
    found = spans(text, "json", patience=1, clock=lambda: now[0], progress=Progress(rest))
    assert found == spans(text, "json", patience=60)
    assert len(breaths) >= 5


def test_what_nobody_wants_is_not_coloured() -> None:
    progress = Progress()
    progress.stop()
    with pytest.raises(StoppedError):
        spans(["[1]"], "json", progress=progress)
