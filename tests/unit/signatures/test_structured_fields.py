from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.structured_fields import (
    FieldSyntaxError,
    InnerList,
    Item,
    Token,
    parse_dictionary,
    parse_list,
    write_bare,
    write_dictionary,
    write_list,
)

KEYS = st.from_regex(r"[a-z*][a-z0-9_.*-]{0,5}", fullmatch=True)
BARE = (
    st.integers(-(10**15) + 1, 10**15 - 1)
    | st.decimals("-999999999999", "999999999999", places=3)
    | st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
    | st.from_regex(r"[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]{0,5}", fullmatch=True).map(Token)
    | st.binary(max_size=8)
    | st.booleans()
)
PARAMS = st.dictionaries(KEYS, BARE, max_size=3)
ITEMS = st.builds(Item, BARE, PARAMS)
MEMBERS = ITEMS | st.builds(InnerList, st.lists(ITEMS, max_size=3).map(tuple), PARAMS)


@given(st.lists(MEMBERS, max_size=4))
def test_lists_round_trip(members) -> None:
    assert parse_list(write_list(members)) == members


@given(st.dictionaries(KEYS, MEMBERS, max_size=4))
def test_dictionaries_round_trip(members) -> None:
    assert parse_dictionary(write_dictionary(members)) == members


@given(st.text(' \t,;=():?"\\1a.-*\xe9', max_size=20))
def test_junk_is_refused_or_has_one_canonical_form(text) -> None:
    for parse, write in ((parse_dictionary, write_dictionary), (parse_list, write_list)):
        try:
            canonical = write(parse(text))
        except FieldSyntaxError:
            continue
        assert write(parse(canonical)) == canonical


def test_blanks_are_forgiven_and_not_written() -> None:
    text = '  sig=( "a"   "b";x ); created=1;  alg="y" \t,\t b,c=?0  '
    assert write_dictionary(parse_dictionary(text)) == 'sig=("a" "b";x);created=1;alg="y", b, c=?0'


@pytest.mark.parametrize(
    "text",
    [
        "a=1,",
        ",a",
        "a=",
        "a=(",
        'a=("x"y)',
        'a=("x""y")',
        "A=1",
        'a="é"',
        'a="\\x"',
        "a=:a:",
        "a=1.2345",
        "a=1 b=2",
        "a=1;",
        'a="x',
    ],
)
def test_what_is_malformed(text) -> None:
    with pytest.raises(FieldSyntaxError):
        parse_dictionary(text)


def test_of_two_members_the_last_counts() -> None:
    assert parse_dictionary("a=1, b=2, a=3") == {"b": Item(2, {}), "a": Item(3, {})}


def test_a_token_is_not_a_string() -> None:
    assert parse_list('abc, "abc"') == [Item(Token("abc"), {}), Item("abc", {})]
    assert write_bare(Token("abc")) == "abc"
    assert write_bare("abc") == '"abc"'


@pytest.mark.parametrize(("number", "text"), [("1.500", "1.5"), ("-0.1", "-0.1"), ("2", "2.0")])
def test_decimals(number, text) -> None:
    assert write_bare(Decimal(number)) == text
