from tests.key_pairs import NOW, header, make_request, private_key, public_key, status, with_body
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.ecdsa import SCHEMES

(SENDGRID,) = SCHEMES
BODY = b'[{"event":"delivered"}]\r\n'


def signed(kind: str = "p256"):
    assert SENDGRID.sign is not None
    return SENDGRID.sign(make_request(BODY), [private_key(kind)], {}, NOW)


def test_the_line_end_is_signed() -> None:
    assert status(SENDGRID, signed(), public_key("p256")) is Status.VALID
    assert status(SENDGRID, with_body(signed(), BODY.rstrip()), public_key("p256")) is Status.INVALID


def test_signatures_differ_and_both_are_valid() -> None:
    first, again = signed(), signed()
    assert header(first, b"X-Twilio-Email-Event-Webhook-Signature") != header(
        again, b"X-Twilio-Email-Event-Webhook-Signature"
    )
    assert status(SENDGRID, again, public_key("p256")) is Status.VALID


def test_a_key_of_another_curve_is_refused() -> None:
    assert status(SENDGRID, signed(), public_key("p384")) is Status.INVALID
