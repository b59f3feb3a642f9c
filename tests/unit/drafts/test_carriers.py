import pytest

from tests.key_pairs import private_key
from tests.shared_secrets import valid_vector
from webhook_inspector.core.headers import first
from webhook_inspector.drafts.carriers import CONTENT_TYPE, Carried
from webhook_inspector.signatures.registry import SCHEMES, sign
from webhook_inspector.signatures.scheme import NO_SETTINGS, Request

IN_BODY = {"adyen", "aws-sns", "braintree", "dropbox-sign", "mailgun", "paddle-classic"}
IN_QUERY = {"query-token"}


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_tells_where_its_signature_stands(name) -> None:
    vector = valid_vector(name)
    carried = Carried(name, vector.settings)
    assert bool(carried.headers(vector.request)) == (name not in IN_BODY | IN_QUERY)
    bare = carried.unsigned(vector.request)
    assert (bare is None) == (name in IN_BODY)
    if bare is not None:
        assert carried.signed(vector.request)
        assert not carried.signed(bare)
        assert first(bare.fields, CONTENT_TYPE) == first(vector.request.fields, CONTENT_TYPE)
        assert bare.body == vector.request.body


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("stripe", {b"stripe-signature"}),
        ("slack", {b"x-slack-signature"}),
        ("rfc9421", {b"signature", b"signature-input"}),
        ("box", {b"box-signature-primary", b"box-signature-secondary"}),
    ],
)
def test_which_headers_they_are(name, headers) -> None:
    vector = valid_vector(name)
    assert Carried(name, vector.settings).headers(vector.request) == headers


def test_only_the_parameter_of_the_signature_goes() -> None:
    request = Request("POST", "http://localhost/in?a=1&token=x&b=2", (), b"")
    found = Carried("query-token", {"parameter": "token"}).unsigned(request)
    assert found is not None
    assert found.url == "http://localhost/in?a=1&b=2"
    alone = Carried("query-token", {"parameter": "token"}).unsigned(
        Request("POST", "http://localhost/?token=x", (), b"")
    )
    assert alone is not None
    assert alone.url == "http://localhost/"


def test_an_unsigned_request_stays_as_it_is() -> None:
    request = Request("POST", "http://localhost/", ((b"X", b"1"),), b"{}")
    for scheme in ("stripe", "rfc9421", "query-token"):
        carried = Carried(scheme, {"parameter": "token"})
        assert carried.unsigned(request) == request
        assert carried.headers(request) == frozenset()


def test_a_scheme_with_a_key_pair() -> None:
    vector = valid_vector("discord")
    signed = sign(vector.request, "discord", [private_key("ed25519")], NO_SETTINGS, 1)
    assert Carried("discord", NO_SETTINGS).headers(signed) == {b"x-signature-ed25519"}
