from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import make_request
from webhook_inspector.signatures.template import Lack, fill, headers_of, signed_url

REQUEST = make_request(b'{"id":7}', ((b"X-Id", b"m\xff"),), "https://e.com/a", "PUT")


def test_every_gap() -> None:
    template = "{method} {url}|{header.x-id}|{field.id}|{timestamp}.{body}"
    assert fill(template, REQUEST, {}, b"12") == b'PUT https://e.com/a|m\xff|7|12.{"id":7}'


def test_other_braces_stand_for_themselves() -> None:
    assert fill('{"Body":{body},"x":{}}{unknown}', REQUEST, {}, None) == b'{"Body":{"id":7},"x":{}}{unknown}'


def test_what_is_lacking() -> None:
    assert fill("{timestamp}{body}", REQUEST, {}, None) == Lack("the timestamp")
    assert fill("{header.X-No}", REQUEST, {}, None) == Lack("X-No")
    assert fill("{field.no}", REQUEST, {}, None) == Lack("no")


def test_the_url_the_user_told_goes_first() -> None:
    assert signed_url(REQUEST, {"signed_url": "https://told"}) == "https://told"
    assert signed_url(REQUEST, {"signed_url": ""}) == signed_url(REQUEST, {"signed_url": 3}) == REQUEST.url


def test_headers_of() -> None:
    assert headers_of("{header.A-b}.{body}{header.c}") == ["A-b", "c"]


@given(st.text(max_size=30), st.binary(max_size=20))
def test_literals_and_body_are_kept(literal, body) -> None:
    text = literal.replace("{", "")
    assert fill(text + "{body}" + text, make_request(body), {}, None) == text.encode() + body + text.encode()
