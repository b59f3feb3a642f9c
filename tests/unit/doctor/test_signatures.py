import base64
from dataclasses import replace

import pytest

from tests.unit.doctor.cases import code, diagnosis, proven, signed, with_header, with_secret
from webhook_inspector.core.headers import first as value_of
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.doctor.signatures import VALUES
from webhook_inspector.signatures.case import Case

HEADERS = {
    "github": b"X-Hub-Signature-256",
    "shopify": b"X-Shopify-Hmac-Sha256",
    "slack": b"X-Slack-Signature",
    "stripe": b"Stripe-Signature",
    "razorpay": b"X-Razorpay-Signature",
}


def changed(scheme: str, change) -> Case:
    case = signed(scheme)
    found = value_of(case.request.fields, HEADERS[scheme])
    assert found is not None
    return with_header(case, HEADERS[scheme], change(found))


def recoded(text: bytes) -> bytes:
    return base64.b64encode(bytes.fromhex(text.decode()))


CHANGES = [
    ("doctor-signature-quotes", "github", lambda text: b'"' + text + b'"'),
    ("doctor-signature-quotes", "razorpay", lambda text: b"'" + text + b"'"),
    ("doctor-signature-quotes", "stripe", lambda text: text.replace(b"v1=", b'v1="') + b'"'),
    ("doctor-signature-blanks", "razorpay", lambda text: text[:20] + b" " + text[20:]),
    ("doctor-signature-blanks", "github", lambda text: text.replace(b"=", b" = ")),
    ("doctor-signature-percent", "shopify", lambda text: text.replace(b"=", b"%3D")),
    ("doctor-signature-prefix", "razorpay", lambda text: b"sha256=" + text),
    ("doctor-signature-prefix-missing", "github", lambda text: text.removeprefix(b"sha256=")),
    ("doctor-signature-prefix-missing", "github", lambda text: text.replace(b"sha256=", b"sha1=")),
    ("doctor-signature-prefix-missing", "slack", lambda text: text.removeprefix(b"v0=")),
    ("doctor-signature-case", "razorpay", bytes.upper),
    ("doctor-signature-case", "github", lambda text: b"sha256=" + text[7:].upper()),
    ("doctor-encoding", "razorpay", recoded),
    ("doctor-encoding", "github", lambda text: b"sha256=" + recoded(text[7:])),
    ("doctor-encoding", "shopify", lambda text: base64.b64decode(text).hex().encode()),
    ("doctor-encoding", "shopify", lambda text: base64.urlsafe_b64encode(base64.b64decode(text)).rstrip(b"=")),
]


@pytest.mark.parametrize(("expected", "scheme", "change"), CHANGES)
def test_a_signature_whose_text_was_changed(expected, scheme, change) -> None:
    assert proven(changed(scheme, change)) == (expected, {"header": HEADERS[scheme].decode()})


def test_a_plus_sign_that_became_a_blank() -> None:
    for number in range(40):
        case = signed("shopify", b"body %d" % number)
        text = value_of(case.request.fields, HEADERS["shopify"])
        if b"+" in text[1:-1]:
            break
    assert code(with_header(case, HEADERS["shopify"], text.replace(b"+", b" "))) == "doctor-signature-plus"


@pytest.mark.parametrize("scheme", ["github", "razorpay", "stripe"])
def test_a_signature_that_was_cut(scheme) -> None:
    found, particulars = proven(changed(scheme, lambda text: text[:-10]))
    assert (found, particulars["found"], particulars["whole"]) == ("doctor-signature-cut", 54, 64)


def test_headers_that_were_renamed() -> None:
    for name in (b"HTTP_X_HUB_SIGNATURE_256", b"X_Hub_Signature_256"):
        case = changed("github", bytes)
        fields = tuple((name if old == HEADERS["github"] else old, text) for old, text in case.request.fields)
        found = proven(replace(case, request=replace(case.request, fields=fields)))
        assert found == ("doctor-header-renamed", {"header": name.decode()})


def test_a_signature_that_is_only_wrong_is_not_completed() -> None:
    case = changed("razorpay", lambda text: b"00000000" + text[8:])
    assert diagnosis(case).findings == ()
    assert diagnosis(with_secret(changed("razorpay", lambda text: text[:-10]), "another-secret")).findings == ()


def test_every_code_has_its_sentence() -> None:
    assert {row[0] for row in VALUES} <= set(SENTENCES)
