from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import make_request
from webhook_inspector.signatures.components import ComponentError, component, signature_base
from webhook_inspector.signatures.structured_fields import InnerList, Item, parse_list
from webhook_inspector.signatures.target import target_of

REQUEST = make_request(
    url="https://WWW.example.com:443/path?param=value&Pet=dog&a~=b%20c&twice=1&twice=2&e=",
    fields=(
        (b"Host", b"www.example.com"),
        (b"X-Dict", b"a=1, b=2;x=1;y=2,   c=(a b c)"),
        (b"x-dict", b"d"),
        (b"X-Empty", b""),
        (b"X-Twice", b"one, two"),
        (b"X-Twice", b" three "),
    ),
)


def value(text: str, sent=REQUEST) -> bytes:
    (item,) = parse_list(text)
    assert isinstance(item, Item)
    return component(item, sent, target_of(sent.url))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('"@method"', b"POST"),
        ('"@target-uri"', REQUEST.url.encode()),
        ('"@authority"', b"www.example.com"),
        ('"@scheme"', b"https"),
        ('"@request-target"', b"/path?param=value&Pet=dog&a~=b%20c&twice=1&twice=2&e="),
        ('"@path"', b"/path"),
        ('"@query"', b"?param=value&Pet=dog&a~=b%20c&twice=1&twice=2&e="),
        ('"@query-param";name="Pet"', b"dog"),
        ('"@query-param";name="a%7E"', b"b%20c"),
        ('"@query-param";name="e"', b""),
        ('"host"', b"www.example.com"),
        ('"x-empty"', b""),
        ('"x-twice"', b"one, two, three"),
        ('"x-twice";bs', b":b25lLCB0d28=:, :dGhyZWU=:"),
        ('"x-dict"', b"a=1, b=2;x=1;y=2,   c=(a b c), d"),
        ('"x-dict";sf', b"a=1, b=2;x=1;y=2, c=(a b c), d"),
        ('"x-dict";key="b"', b"2;x=1;y=2"),
        ('"x-dict";key="d"', b"?1"),
    ],
)
def test_values(name, expected) -> None:
    """Most of these follow the examples of RFC 9421 sections 2.1 and 2.2."""
    assert value(name) == expected


@pytest.mark.parametrize(
    "name",
    ['"x-none"', '"Host"', '"@status"', '"@method";req', '"@query-param"', '"@query-param";name="twice"',
     '"@query-param";name="no"', '"@query-param";name=1', '"host";tr', '"x-dict";key="z"', '"host";bs;sf', "1", "host-token;x",
     '"x-twice";sf;key="a"', '"@signature-params"'],
)  # fmt: skip
def test_what_cannot_be_covered(name) -> None:
    with pytest.raises(ComponentError):
        value(name)


def test_an_empty_query_is_a_question_mark() -> None:
    for url in ("https://example.com/path", "https://example.com/path?"):
        assert value('"@query"', make_request(url=url)) == b"?"
    assert value('"@path"', make_request(url="https://example.com")) == b"/"


def test_the_base() -> None:
    covered = InnerList((Item("@method", {}), Item("x-empty", {})), {"created": 1618884473, "keyid": "test"})
    assert signature_base(covered, REQUEST) == (
        b'"@method": POST\n"x-empty": \n"@signature-params": ("@method" "x-empty");created=1618884473;keyid="test"'
    )
    assert signature_base(InnerList((), {}), REQUEST) == b'"@signature-params": ()'


def test_a_component_may_not_be_covered_twice() -> None:
    twice = InnerList((Item("host", {}), Item("host", {})), {})
    with pytest.raises(ComponentError, match="twice"):
        signature_base(twice, REQUEST)


@given(st.text(max_size=30), st.sampled_from(['"@query-param";name="a"', '"@path"', '"@target-uri"', '"@authority"']))
def test_any_url_has_a_value_or_a_reason(url, name) -> None:
    with suppress(ComponentError):
        assert isinstance(value(name, make_request(url=f"https://x/?a={url}")), bytes)


def test_not_too_many_components() -> None:
    many = InnerList(tuple(Item("x-dict", {"key": f"k{number}"}) for number in range(101)), {})
    with pytest.raises(ComponentError, match="more than 100"):
        signature_base(many, REQUEST)
