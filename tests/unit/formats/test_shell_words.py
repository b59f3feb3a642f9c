import os
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.formats.shell_words import printed, words

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def code(text: str) -> str:
    with pytest.raises(KnownError) as caught:
        words(text)
    return caught.value.problem.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("curl a", ["curl", "a"]),
        ("  a \t b\n", ["a", "b"]),
        ("a'b c'd\"e f\"", ["ab cde f"]),
        ("'' \"\"", ["", ""]),
        ("a \\\n b \\\r\n c", ["a", "b", "c"]),
        ("a\\\nb", ["ab"]),
        (r'"a\"b\\c\$d\`e\f"', [r'a"b\c$d`e\f']),
        (r"\'a\ b\$x", ["'a b$x"]),
        (r"$'a\n\t\x41\101\u00e9\U0001F600\'\\\q'", ["a\n\tAA\u00e9\U0001f600'\\q"]),
        (r"$'\xc3\xa9\xff'", ["\u00e9\udcff"]),
        (r"$'\ud800'", ["\ufffd"]),
        ("$NAME ${OTHER}x \"Bearer $TOKEN\" '$KEPT'", ["{{NAME}}", "{{OTHER}}x", "Bearer {{TOKEN}}", "$KEPT"]),
        ("a # rest\nb#c", ["a", "b#c"]),
        ("a | b", ["a"]),
        ("a; b", ["a"]),
        ("a && b", ["a"]),
        ("a &", ["a"]),
        ("a 2>/dev/null", ["a"]),
        ("a > b", ["a"]),
        ("http://a/?b=1&c=2 d", ["http://a/?b=1&c=2", "d"]),
        ('"$(printf \'a\\000\\377"%%\')"', ['a\x00\udcff"%']),
        ("a$ b", ["a$", "b"]),
        ('curl ^"a^&b^" ^\r\n  ^"c^\\^"d^"', ["curl", "a&b", 'c"d']),
        ('curl "a^b" ^\n "c\\"d" "e""f"', ["curl", "a^b", 'c"d', 'e"f']),
        ('curl `\n \'a\'\'b\' `\r\n "c`"d`n$x" "e""f"', ["curl", "a'b", 'c"d\n{{x}}', 'e"f']),
        ("", []),
    ],
)
def test_words(text, expected) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", ["'a", '"a', "$'a", 'a "b\\"', 'curl ^\n "a', "curl `\n 'a"])
def test_an_open_quotation_mark_is_told(text) -> None:
    assert code(text) == "curl-quote"


@pytest.mark.parametrize(
    "text", ["$(id)", "`id`", '"$(id)"', '"`id`"', "${A:-b}", '"$(printf %s "$(id)")"', "curl `\n $(id)"]
)
def test_what_a_shell_would_run_is_refused(text) -> None:
    assert code(text) == "curl-shell"


@example(['^"', "`\n", "^\n"])
@given(st.lists(TEXTS | st.text("^`\n\"' ", max_size=6), max_size=5))
def test_what_is_quoted_for_a_shell_comes_back(texts) -> None:
    assert words(" ".join(map(shlex.quote, texts))) == texts


@given(st.text(max_size=40) | st.text("'\"\\$`^|&;<>#{}() \n\ra0xu", max_size=40))
def test_any_text_is_words_or_a_known_error(text) -> None:
    try:
        found = words(text)
    except KnownError as error:
        assert error.problem.code in {"curl-quote", "curl-shell"}  # noqa: PT017 (junk may also be words)
        return
    assert all(word.encode("utf-8", "surrogateescape") is not None for word in found)


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="there is no POSIX shell here")
@pytest.mark.parametrize(
    "line", ["a'b'\"c d\"", r"\a\'\"", "'a\nb'", r'"\a\\\""', "a''", "'x' # y", r'"a\$b"', "-H 'it'\"'\"'s'"]
)
def test_a_real_shell_agrees(line) -> None:
    script = f"for one in {line}\ndo printf '%s\\0' \"$one\"\ndone"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, check=True, env={"PATH": os.defpath})
    assert words(line) == done.stdout.decode().split("\0")[:-1]


def test_printed() -> None:
    assert printed(r"a\012\n\t\\%%é") == b"a\n\n\t\\%" + "é".encode()
