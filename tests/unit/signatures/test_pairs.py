import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.pairs import (
    is_form,
    path_and_query,
    query_of,
    read_pairs,
    value_of,
    with_pair,
    with_parameter,
)


def test_reading() -> None:
    pairs = read_pairs(b"a=1&b=x+y%26&a=2&empty=&bare&&=v")
    assert pairs == [(b"a", b"1"), (b"b", b"x y&"), (b"a", b"2"), (b"empty", b""), (b"bare", b""), (b"", b"v")]
    assert value_of(pairs, b"a") == b"1"
    assert value_of(pairs, b"c") is None


@given(st.binary(max_size=60), st.binary(max_size=10), st.binary(max_size=20))
def test_one_pair_is_replaced_and_the_rest_stays(raw, name, value) -> None:
    changed = with_pair(raw, name, value)
    assert value_of(read_pairs(changed), name) == value
    others = [pair for pair in read_pairs(raw) if pair[0] != name]
    assert [pair for pair in read_pairs(changed) if pair[0] != name] == others


def test_the_rest_stays_byte_for_byte() -> None:
    assert with_pair(b"x=%2f&sig=old&y=+&sig=older", b"sig", b"a b") == b"x=%2f&sig=a%20b&y=+"
    assert with_pair(b"", b"sig", b"1") == b"sig=1"


@pytest.mark.parametrize(
    ("url", "query", "path"),
    [
        ("https://e.com/a?b=1#c", b"b=1", "/a?b=1"),
        ("https://e.com", b"", "/"),
        ("https://e.com?b=1", b"b=1", "/?b=1"),
        ("https://e.com/a?u=http://x/y", b"u=http://x/y", "/a?u=http://x/y"),
        ("/a?b", b"b", "/a?b"),
        ("", b"", "/"),
    ],
)
def test_parts_of_urls(url, query, path) -> None:
    assert query_of(url) == query
    assert path_and_query(url) == path


@given(st.text(max_size=40), st.text(max_size=10))
def test_a_parameter_is_put_into_any_url(url, value) -> None:
    changed = with_parameter(url, "token", value)
    assert value_of(read_pairs(query_of(changed)), b"token") == value.encode()
    assert changed.partition("#")[2] == url.partition("#")[2]


def test_forms() -> None:
    assert is_form(b"Application/X-WWW-Form-Urlencoded; charset=UTF-8")
    assert not is_form(b"application/json")
    assert not is_form(None)
