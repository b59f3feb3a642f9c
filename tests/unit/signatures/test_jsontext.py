import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.jsontext import member, parse_json, scalar, with_member

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


def paths(value, before=()):
    yield before
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*before, name))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from paths(inner, (*before, place))


def reach(value, path):
    for step in path:
        value = value[step]
    return value


def test_numbers_keep_their_digits() -> None:
    assert parse_json(b"\xef\xbb\xbf[10.0, 1e5, -0, 9007199254740993, NaN]") == [
        "10.0",
        "1e5",
        "-0",
        "9007199254740993",
        "NaN",
    ]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000, b'{"a":1}x'])
def test_junk_is_none(body) -> None:
    assert parse_json(body) is None
    assert with_member(body, ("a",), "1") is None


@given(st.binary(max_size=60))
def test_no_bytes_raise(body) -> None:
    parse_json(body)
    with_member(body, ("a", 0), "1")


@given(VALUES, st.sampled_from([None, 1, "  "]), st.booleans(), st.data())
def test_one_value_is_replaced_and_the_rest_stays(value, indent, ascii_only, data) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    path = data.draw(st.sampled_from(list(paths(value))))
    changed = with_member(text.encode(), path, '"new"')
    assert changed is not None
    old = json.dumps(reach(value, path), indent=indent, ensure_ascii=ascii_only)
    expected = json.loads(text)
    if path:
        reach(expected, path[:-1])[path[-1]] = "new"
    else:
        expected = "new"
    assert json.loads(changed) == expected
    if path == () or indent is None:
        assert len(changed.decode()) == len(text) - len(old) + len('"new"')


def test_the_last_of_equal_names_counts() -> None:
    body = b'{"a":1, "a" : 2 ,"b":[{"c":3}]}'
    assert with_member(body, ("a",), "9") == b'{"a":1, "a" : 9 ,"b":[{"c":3}]}'
    assert with_member(body, ("b", 0, "c"), "9") == b'{"a":1, "a" : 2 ,"b":[{"c":9}]}'
    assert with_member(body, ("b", 1), "9") is None
    assert with_member(body, ("a", "x"), "9") is None


def test_members_and_scalars() -> None:
    value = parse_json(b'{"a":[{"b":true}],"n":null,"s":"x"}')
    assert scalar(member(value, ("a", 0, "b"))) == b"true"
    assert scalar(member(value, ("s",))) == b"x"
    for path in (("n",), ("a",), ("a", 1), ("a", "b"), ("s", "x"), ("missing",)):
        assert scalar(member(value, path)) is None
    assert scalar(False) == b"false"
    assert scalar("\ud800") == b"\xed\xa0\x80"
