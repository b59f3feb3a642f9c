import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.regex import compiled


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a.c", b"xABCx", True),
        ("(?-i)a.c", b"xABCx", False),
        ("^b", b"ab", False),
        ("(?m)^b", b"a\nb", True),
        ("é", "É".encode(), True),
        (r"\x00", b"a\0b", True),
        ("a", b"\xff\xfea", True),
    ],
)
def test_search(pattern: str, text: bytes, found: bool) -> None:
    assert (compiled(pattern).search(text) is not None) is found


@pytest.mark.parametrize("pattern", ["(", "[a", "*", r"(a)\1", "(?=a)", "a{2000}"])
def test_what_is_no_pattern_says_why(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compiled(pattern)


def test_time_is_linear() -> None:
    begin = time.perf_counter()
    assert compiled("(a+)+$").search(b"a" * 100_000 + b"b") is None
    assert compiled("(a*)*" * 500 + "$").search(b"a" * 1000 + b"b") is not None
    assert time.perf_counter() - begin < 5


@given(st.text(max_size=40))
def test_junk_raises_nothing_else(pattern: str) -> None:
    with suppress(ValueError):
        compiled(pattern).search(b"a\xff\0")
