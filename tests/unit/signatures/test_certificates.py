import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    certificate,
    changed,
    header,
    junk_requests,
    make_request,
    private_key,
    public_key,
    scheme_called,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.certificates import SCHEMES

PAYPAL, SNS = (scheme_called(name, SCHEMES) for name in ("paypal", "aws-sns"))
WEBHOOK = {"webhook_id": "1JE4291016473214C"}
URL = "https://api.paypal.com/v1/notifications/certs/CERT-a1"
SNS_URL = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-a.pem"
KEY = certificate("messageverificationcerts.paypal.com", URL)
SIGNATURE = b"PAYPAL-TRANSMISSION-SIG"
MESSAGE = {
    "Type": "Notification",
    "MessageId": "22b80b92",
    "TopicArn": "arn:aws:sns:us-east-1:123456789012:MyTopic",
    "Message": "olá\n",
    "Timestamp": "2026-01-03T03:13:20.123Z",
    "Signature": "",
}


def paypal(body: bytes = b"{}"):
    return PAYPAL.sign(make_request(body), [private_key("rsa", key_id=URL)], WEBHOOK, NOW)


def sns(**members: object):
    body = json.dumps({**MESSAGE, **members}, indent=1).encode()
    return SNS.sign(make_request(body), [private_key("rsa", key_id=SNS_URL)], {}, NOW)


def without(sent, name: bytes):
    return replace(sent, fields=tuple(field for field in sent.fields if field[0] != name))


@given(BODIES, PLACES)
def test_paypal_is_valid_until_a_byte_changes(body, place) -> None:
    sent = paypal(body)
    assert status(PAYPAL, sent, KEY, settings=WEBHOOK) is Status.VALID
    assert status(PAYPAL, with_body(sent, body + b"!"), KEY, settings=WEBHOOK) is Status.INVALID
    for name in (
        SIGNATURE,
        b"PAYPAL-TRANSMISSION-ID",
        b"PAYPAL-TRANSMISSION-TIME",
        b"PAYPAL-CERT-URL",
        b"PAYPAL-AUTH-ALGO",
    ):
        other = with_header(sent, name, changed(header(sent, name), place))
        assert status(PAYPAL, other, KEY, settings=WEBHOOK) is Status.INVALID, name


def test_paypal_signs_the_checksum_of_the_body() -> None:
    found = verdict(PAYPAL, paypal(b"body"), KEY, settings=WEBHOOK)
    assert found.signed_content.endswith(f"|1JE4291016473214C|{zlib.crc32(b'body')}".encode())


def test_paypal_needs_the_webhook_id() -> None:
    assert status(PAYPAL, paypal(), KEY) is Status.NO_SECRET
    assert status(PAYPAL, paypal(), KEY, settings={"webhook_id": "other"}) is Status.INVALID
    with pytest.raises(KnownError):
        PAYPAL.sign(make_request(), [private_key("rsa")], {}, NOW)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (certificate("paypal.com.example.org", URL), "not of paypal.com"),
        (certificate("evilpaypal.com", URL), "not of paypal.com"),
        (certificate("m.paypal.com", URL, days=-1), "not in force"),
        (certificate("m.paypal.com", URL, number=2), "does not fit"),
        (certificate("m.paypal.com", f"{URL}x"), "not among yours"),
        (replace(KEY, value="-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"), "not a certificate"),
    ],
)
def test_certificates_that_are_not_to_be_trusted(key, words) -> None:
    found = verdict(PAYPAL, paypal(), key, settings=WEBHOOK)
    assert found.status is Status.INVALID
    assert words in " ".join(step.fact for step in found.steps if not step.holds)


@pytest.mark.parametrize(
    "url",
    [
        b"http://api.paypal.com/c",
        b"https://paypal.com.example.org/c",
        b"https://evilpaypal.com/c",
        b"https://example.org/api.paypal.com/c",
        b"https://u@api.paypal.com/c",
        b"",
    ],
)
def test_certificates_of_other_hosts(url) -> None:
    other = with_header(paypal(), b"PAYPAL-CERT-URL", url)
    assert status(PAYPAL, other, replace(KEY, id=""), settings=WEBHOOK) is Status.INVALID


def test_a_certificate_url_of_other_bytes() -> None:
    other = with_header(paypal(), b"PAYPAL-CERT-URL", b"https://api.paypal.com/\xff")
    assert status(PAYPAL, other, KEY, settings=WEBHOOK) is Status.INVALID


def test_paypal_with_headers_missing() -> None:
    assert status(PAYPAL, without(paypal(), SIGNATURE), KEY, settings=WEBHOOK) is Status.UNSIGNED
    for name in (b"PAYPAL-TRANSMISSION-ID", b"PAYPAL-TRANSMISSION-TIME", b"PAYPAL-CERT-URL", b"PAYPAL-AUTH-ALGO"):
        found = verdict(PAYPAL, without(paypal(), name), KEY, settings=WEBHOOK)
        assert found.status is Status.INVALID
        assert found.steps[-1].fact == f"{name.decode()} is missing"


def test_paypal_may_have_an_age_limit() -> None:
    assert status(PAYPAL, paypal(), KEY, settings=WEBHOOK | {"tolerance_seconds": 60}, now=NOW + 61) is Status.EXPIRED
    assert status(PAYPAL, paypal(), KEY, settings=WEBHOOK, now=NOW + 61) is Status.VALID


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("subject", [{}, {"Subject": None}, {"Subject": "s"}, {"Subject": ""}])
def test_sns(version, subject) -> None:
    sent = sns(SignatureVersion=version, **subject)
    assert status(SNS, sent, certificate("sns.amazonaws.com", SNS_URL)) is Status.VALID
    assert status(SNS, sent, certificate("sns.amazonaws.com", SNS_URL, number=2)) is Status.INVALID
    assert status(SNS, sent, certificate("sns.amazonaws.com", f"{SNS_URL}x")) is Status.INVALID
    for name in ("Message", "MessageId", "Timestamp", "TopicArn", "Signature"):
        message = json.loads(sent.body)
        message[name] = "A" + message[name]
        assert status(SNS, with_body(sent, json.dumps(message).encode()), public_key("rsa")) is Status.INVALID, name


def test_sns_takes_the_values_not_the_layout() -> None:
    compact = json.dumps(json.loads(sns().body), separators=(",", ":")).encode()
    assert status(SNS, with_body(sns(), compact), public_key("rsa")) is Status.VALID


def test_the_rest_of_an_sns_body_stays_as_it_is() -> None:
    sent = sns(SignatureVersion="1", SigningCertURL=SNS_URL)
    again = SNS.sign(with_body(sent, sent.body.replace(b'"22b80b92"', b'"22b80b93" ')), [private_key("rsa")], {}, NOW)
    assert b'"22b80b93" ,\n "TopicArn"' in again.body
    assert status(SNS, again, public_key("rsa")) is Status.VALID


def test_sns_confirmations_sign_other_members() -> None:
    members = {
        "Type": "SubscriptionConfirmation",
        "Token": "t",
        "SubscribeURL": "https://sns.us-east-1.amazonaws.com/?a",
    }
    sent = sns(**members)
    found = verdict(SNS, sent, public_key("rsa"))
    assert found.status is Status.VALID
    assert found.signed_content.startswith(b"Message\nol\xc3\xa1\n\nMessageId\n22b80b92\nSubscribeURL\nhttps://")
    lambda_form = sent.body.replace(b"SubscribeURL", b"SubscribeUrl").replace(b"SigningCertURL", b"SigningCertUrl")
    assert status(SNS, with_body(sent, lambda_form), public_key("rsa")) is Status.VALID
    with pytest.raises(KnownError):
        sns(Type="SubscriptionConfirmation")


@pytest.mark.parametrize(
    "url",
    [
        "http://sns.us-east-1.amazonaws.com/a.pem",
        "https://sns.us-east-1.amazonaws.com.example.org/a.pem",
        "https://sns.us-east-1.amazonaws.com/a.txt",
        "https://example.org/sns.us-east-1.amazonaws.com/a.pem",
        "https://sns.us-east-1.amazonaws.com@example.org/a.pem",
        "",
    ],
)
def test_sns_certificates_of_other_hosts(url) -> None:
    other = json.dumps(json.loads(sns().body) | {"SigningCertURL": url}).encode()
    assert status(SNS, with_body(sns(), other), public_key("rsa")) is Status.INVALID


def test_sns_bodies_that_are_none() -> None:
    for body in (b"", b"raw delivery", b"[]", b'{"Type":"Notification"}', b"\xff"):
        assert status(SNS, make_request(body), public_key("rsa")) is Status.UNSIGNED
        with pytest.raises(KnownError):
            SNS.sign(make_request(body), [private_key("rsa")], {}, NOW)
    for changes in ({"Type": "Other"}, {"SignatureVersion": "3"}, {"Message": 1}, {"Subject": 1}, {"Signature": "#"}):
        other = json.dumps(json.loads(sns().body) | changes).encode()
        expected = Status.VALID if changes == {"Subject": 1} else Status.INVALID
        assert status(SNS, with_body(sns(), other), public_key("rsa")) is expected, changes


def test_the_id_of_the_key_is_the_url_of_its_certificate() -> None:
    for sign in (
        lambda key: PAYPAL.sign(make_request(), [key], WEBHOOK, NOW),
        lambda key: SNS.sign(sns(), [key], {}, NOW),
    ):
        with pytest.raises(KnownError):
            sign(private_key("rsa", key_id="https://example.org/a.pem"))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
@given(sent=junk_requests(SIGNATURE, b"PAYPAL-TRANSMISSION-ID", b"PAYPAL-TRANSMISSION-TIME", b"PAYPAL-CERT-URL"))
def test_junk(scheme, sent) -> None:
    survives_junk(scheme, sent, private_key("rsa"), settings=WEBHOOK)
