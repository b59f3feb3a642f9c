from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import (
    NOW,
    PLACES,
    junk_requests,
    make_request,
    private_key,
    public_key,
    scheme_called,
    status,
    survives_junk,
    with_body,
)
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.pairs import read_pairs
from webhook_inspector.signatures.rsa import SCHEMES, php_serialized

PADDLE = scheme_called("paddle-classic", SCHEMES)
FORM = b"alert_name=paid&email=a%40b.co&passthrough=&name=S%C3%A3o+Paulo"
KEY = public_key("rsa")


def signed(body: bytes):
    assert PADDLE.sign is not None
    return PADDLE.sign(make_request(body), [private_key("rsa")], {}, NOW)


def test_the_form_of_php() -> None:
    fields = dict(read_pairs(FORM + b"&p_signature=x"))
    assert php_serialized(fields) == (
        b'a:4:{s:10:"alert_name";s:4:"paid";s:5:"email";s:6:"a@b.co";'
        b's:4:"name";s:10:"S\xc3\xa3o Paulo";s:11:"passthrough";s:0:"";}'
    )


@given(st.dictionaries(st.text("ab_", min_size=1, max_size=5), st.text(max_size=5), max_size=4))
def test_any_form_can_be_signed(fields) -> None:
    sent = signed(urlencode(fields).encode())
    assert status(PADDLE, sent, KEY) is Status.VALID
    assert status(PADDLE, sent, public_key("rsa", 2)) is Status.INVALID
    assert status(PADDLE, with_body(sent, sent.body + b"&new=1"), KEY) is Status.INVALID


@given(PLACES)
def test_a_changed_field_is_not_valid(place) -> None:
    sent = signed(FORM)
    at = place % len(FORM)
    new = b"y" if sent.body[at : at + 1] in b"xX&" else b"x"
    other = sent.body[:at] + new + sent.body[at + 1 :]
    assert status(PADDLE, with_body(sent, other), KEY) is Status.INVALID


def test_the_order_of_fields_does_not_count_and_the_rest_of_the_form_stays() -> None:
    sent = signed(b"b=2&a=1")
    assert sent.body.startswith(b"b=2&a=1&p_signature=")
    pairs = sent.body.split(b"&")
    assert status(PADDLE, with_body(sent, b"&".join(reversed(pairs))), KEY) is Status.VALID
    assert len(signed(sent.body).body.split(b"&")) == 3


def test_without_a_signature_or_with_junk() -> None:
    assert status(PADDLE, make_request(FORM), KEY) is Status.UNSIGNED
    assert status(PADDLE, make_request(FORM + b"&p_signature=%23"), KEY) is Status.INVALID
    assert status(PADDLE, make_request(FORM + b"&p_signature="), KEY) is Status.INVALID


@given(junk_requests(b"x"))
def test_junk(sent) -> None:
    survives_junk(PADDLE, sent, private_key("rsa"))


def test_another_hash_is_not_taken() -> None:
    """Woovi and Kick sign with SHA-256, Postal with SHA-1."""
    woovi, postal = (scheme_called(name, SCHEMES) for name in ("woovi", "postal"))
    assert postal.sign is not None
    old = postal.sign(make_request(), [private_key("rsa")], {}, NOW)
    renamed = make_request(fields=((b"x-webhook-signature", old.fields[-1][1]),))
    assert status(woovi, renamed, KEY) is Status.INVALID
