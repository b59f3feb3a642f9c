import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.drafts.tampering import JSON_LIMIT, TRIES, tampered

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def distance(one: bytes, other: bytes) -> int:
    assert len(one) == len(other)
    return sum(left != right for left, right in zip(one, other, strict=True))


@given(st.binary(max_size=300))
def test_exactly_one_byte_differs(body) -> None:
    found = list(tampered(body))
    assert bool(found) == bool(body)
    assert len(found) <= TRIES + 1
    assert all(distance(body, one) == 1 for one in found)


@given(JSON)
def test_json_stays_json_where_a_letter_or_digit_can_change(value) -> None:
    body = json.dumps(value).encode()
    found = list(tampered(body))
    for one in found[:-1]:
        assert json.loads(one, parse_float=str, parse_int=str) != json.loads(body, parse_float=str, parse_int=str)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"amount":100}', b'{"amount":101}'),
        (b'{"ok":true,"name":"abc"}', b'{"ok":true,"name":"abd"}'),
        (b'{"a":[true,null]}', b'{"b":[true,null]}'),
        (b'{"n":9}', b'{"n":0}'),
        (b"a=1&b=z", b"a=1&b=a"),
        (b"--x\r\n\r\nhello\r\n--x--\r\n", b"--x\r\n\r\nhellp\r\n--x--\r\n"),
        (b"\x00\xff", b"\x00\xfe"),
        (b"{}", b"{|"),
    ],
)
def test_the_first_change(body, expected) -> None:
    assert next(tampered(body)) == expected


def test_a_long_body_is_not_parsed_again_and_again() -> None:
    body = b'"' + b"x" * JSON_LIMIT + b'"'
    assert next(tampered(body)) == body[:-2] + b'y"'


def test_places_are_spread_over_the_body() -> None:
    body = b"a" * 10_000
    places = [next(at for at in range(len(body)) if one[at] != body[at]) for one in tampered(body)]
    assert places[0] == 9_999
    assert min(places) < 1_000


def test_a_body_without_letters_is_looked_through_only_near_its_end() -> None:
    assert list(tampered(b"a" + b"\x00" * 10_000_000)) == [b"a" + b"\x00" * 4_999_999 + b"\x01" + b"\x00" * 5_000_000]
