import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.doctor.json_forms import (
    INDENTS,
    LEVEL,
    SPELLINGS,
    bare_slashes,
    escaped,
    escaped_slashes,
    laid_out,
    long_numbers,
    lower_escapes,
    minified,
    pieces_of,
    relaid,
    renumbered,
    resorted,
    respelled,
    rewritten,
    short_numbers,
    spaced,
    tokens_of,
    unescaped,
    unescaped_beyond_ascii,
    upper_escapes,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def dumped(value, **how) -> bytes:
    return json.dumps(value, **how).encode("utf-8", "surrogatepass")


@given(VALUES)
def test_layouts_are_those_of_a_real_writer(value) -> None:
    tokens = tokens_of(dumped(value, indent=3))
    assert minified(tokens) == dumped(value, separators=(",", ":"))
    assert spaced(tokens) == dumped(value)
    for indent in (2, 4, "\t"):
        unit = indent.encode() if isinstance(indent, str) else b" " * indent
        assert b"".join(laid_out(tokens)).replace(LEVEL, unit) == dumped(value, indent=indent)


@given(VALUES.filter(lambda value: isinstance(value, dict | list)))
def test_every_form_says_the_same(value) -> None:
    body = dumped(value, ensure_ascii=False) if not _broken(value) else dumped(value)
    for forms in (relaid, respelled, resorted):
        for one in forms(body):
            assert one is None or json.loads(one[1]) == value


def _broken(value) -> bool:
    return any("d800" <= f"{ord(c):04x}" <= "dfff" for c in json.dumps(value, ensure_ascii=False))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f")))
def test_escapes_are_those_of_a_real_writer_and_come_off_again(text) -> None:
    plain = dumped([text], ensure_ascii=False)
    assert escaped(plain) == dumped([text])
    assert unescaped_beyond_ascii(dumped([text])) == plain
    assert lower_escapes(upper_escapes(dumped([text]))) == dumped([text])
    assert bare_slashes(escaped_slashes(plain)) == plain


@given(st.binary() | st.text(st.sampled_from('{}[]",:\\u0e19 dD8')).map(str.encode))
def test_no_bytes_make_it_raise(body) -> None:
    for forms in (relaid, respelled, renumbered, resorted, rewritten):
        list(forms(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb'["\\u00e9"]', rb'["\\u00e9"]'),
        (rb'["\\\u00e9"]', rb'["\\' + "é".encode() + b'"]'),
        (rb'["\u0022\u005c\u0000\ud800\u0041"]', rb'["\u0022\u005c\u0000\ud800A"]'),
        (rb'["\ud83d\ude00\u0022"]', '["😀\\u0022"]'.encode()),
    ],
)
def test_only_real_escapes_are_undone(body, expected) -> None:
    assert unescaped(body) == expected


def test_numbers() -> None:
    tokens = tokens_of(b'[10.0,1.50,"2.0",3.05,-7.00,1e3]')
    assert minified(short_numbers(tokens)) == b'[10,1.5,"2.0",3.05,-7,1e3]'
    assert [minified(one) for one in long_numbers(tokens_of(b"[1,2]"))] == [
        b"[1.0,2.0]",
        b"[1.0,2]",
        b"[1,2.0]",
        b"[1,2]",
    ]
    assert len(list(long_numbers(tokens_of(b"[1,2,3,4,5,6,7,8]")))) == 1
    assert list(renumbered(b"[1.0]" + b" " * 200_000)) == []


def test_pieces_are_the_whole_and_cut_no_escape() -> None:
    body = b'{"a":"' + b"\\u00e9\\u00e8,".join([b"x" * 90_000] * 3) + b'"}'
    pieces = list(pieces_of(body))
    assert b"".join(pieces) == body
    assert len(pieces) == 3
    assert all(piece.endswith(b",") for piece in pieces[:-1])
    big = b"[" + b",".join([b'"\\u00e9"'] * 60_000) + b"]"
    assert unescaped(big) in [one[1] for one in respelled(big) if one]


def test_a_large_body_comes_with_moments_to_look_at_the_clock() -> None:
    tokens = tokens_of(b"[" + b"1," * 60_000 + b"1]")
    pieces = list(laid_out(tokens))
    assert len(pieces) > 3
    assert b"".join(pieces).replace(LEVEL, b" ") == json.dumps([1] * 60_001, indent=1).encode()


def test_deep_nesting_is_not_laid_out() -> None:
    assert list(laid_out(tokens_of(b"[1," * 100_000))) == []


def test_every_code_has_its_sentence() -> None:
    assert {row[0] for row in (*INDENTS, *SPELLINGS)} <= set(SENTENCES)
