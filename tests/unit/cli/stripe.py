"""A request as Stripe signs it, for the tests of commands."""

import hashlib
import hmac

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from webhook_inspector.core.capture import Record

SECRET = "whsec_0f1e2d3c4b5a69788796a5b4c3d2e1f0"
BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid","livemode":false}'


def signed_record(body: bytes = BODY, path: str = "/stripe", secret: str = SECRET) -> Record:
    """Signed at the second of its arrival."""
    time = RECEIVED_NS // 10**9
    digest = hmac.new(secret.encode(), f"{time}.".encode() + body, hashlib.sha256).hexdigest()
    head = make_head("POST", path, (("Host", "x"), ("Stripe-Signature", f"t={time},v1={digest}")))
    return make_record(make_capture(head, body))
