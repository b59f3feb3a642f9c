import hashlib
import hmac

import pytest

from tests.unit.doctor.cases import BODY, NOW, TEXT, diagnosis, first, proven, signed, with_header, with_secret
from webhook_inspector.core.verdict import Status

WORDS = {"md5": "MD5", "sha1": "SHA-1", "sha384": "SHA-384", "sha512": "SHA-512"}


def digest(name: str, content: bytes, key: str = TEXT) -> bytes:
    return hmac.digest(key.encode(), content, name).hex().encode()


@pytest.mark.parametrize("name", WORDS)
def test_another_hash(name) -> None:
    case = with_header(signed("razorpay"), b"X-Razorpay-Signature", digest(name, BODY))
    assert proven(case) == ("doctor-hash", {"hash": WORDS[name], "expected": "SHA-256"})
    stripe = b"t=%d,v1=" % NOW + digest(name, b"%d." % NOW + BODY)
    assert proven(with_header(signed("stripe"), b"Stripe-Signature", stripe))[0] == "doctor-hash"


def test_another_hash_in_base64() -> None:
    import base64

    text = base64.b64encode(hmac.digest(TEXT.encode(), BODY, hashlib.sha512))
    assert proven(with_header(signed("shopify"), b"X-Shopify-Hmac-Sha256", text))[0] == "doctor-hash"


def test_the_body_alone_is_signed() -> None:
    case = with_header(signed("stripe"), b"Stripe-Signature", b"t=%d,v1=" % NOW + digest("sha256", BODY))
    assert proven(case) == ("doctor-body-alone", {})
    finding = first(case)
    assert finding.proof.signed_content == BODY
    assert finding.proof.status is Status.VALID
    assert [step.holds for step in finding.proof.steps if step.name == "digest"] == [True]


def test_another_hash_of_another_secret_is_nothing() -> None:
    case = with_header(signed("razorpay"), b"X-Razorpay-Signature", digest("sha1", BODY))
    assert diagnosis(with_secret(case, "another-secret")).findings == ()
