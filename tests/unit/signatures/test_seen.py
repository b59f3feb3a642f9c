from hypothesis import given

from tests.key_pairs import junk_requests, make_request
from webhook_inspector.signatures.seen import Seen


def test_headers() -> None:
    seen = Seen(make_request(fields=((b"X-A", b"1"), (b"x-a", b"2"), (b"\xff", b"3"))))
    assert seen.value("x-a") == b"1"
    assert seen.value("x-b") == b""
    assert seen.matches("x-a", rb"\d")
    assert not seen.matches("x-b", rb"\d")


def test_body() -> None:
    seen = Seen(make_request(b' {"signature": {"token": 7, "list": []}}'))
    assert seen.mentions(b'"signature"', b'"token"')
    assert not seen.mentions(b'"signature"', b"missing")
    assert seen.text_at("signature", "token") == b"7"
    assert seen.text_at("signature", "list") == b""
    assert seen.form == frozenset()
    form = Seen(make_request(b"a=1&b=2&a=3"))
    assert form.form == {b"a", b"b"}
    assert form.json is None


def test_large_bodies_are_not_parsed() -> None:
    blanks = b" " * 2**20
    assert Seen(make_request(b'{"a": 1}' + blanks)).json is None
    assert Seen(make_request(b"a=1" + blanks)).form == frozenset()


def test_tokens() -> None:
    by_header = Seen(make_request(fields=((b"X-Jws", b"eyJhIjoxfQ..c2ln"),)))
    assert by_header.detached_header == "x-jws"
    assert Seen(make_request()).detached_header == ""
    with_issuer = b"Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJWb25hZ2UifQ.c2ln"
    assert Seen(make_request(fields=((b"authorization", with_issuer),))).bearer_issuer == "Vonage"
    assert Seen(make_request(fields=((b"authorization", b"Bearer eyJhbGciOiJIUzI1NiJ9.ew.c2ln"),))).bearer_issuer == ""
    assert Seen(make_request(fields=((b"authorization", b"Bearer x"),))).bearer_issuer is None


@given(junk_requests(b"Authorization", b"X-A"))
def test_junk(sent) -> None:
    seen = Seen(sent)
    assert isinstance(seen.form, frozenset)
    assert seen.text_at("signature") is not None
    assert seen.parameters is not None
    assert seen.bearer_issuer is None or isinstance(seen.bearer_issuer, str)
    assert isinstance(seen.detached_header, str)
