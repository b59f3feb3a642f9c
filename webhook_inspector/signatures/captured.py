"""A captured request as a signature sees it."""

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.signatures.scheme import Request


def request_of(capture: Capture) -> Request:
    """Method, address, headers and body as they came.

    The address is the one our listener was asked for; a scheme that signs the address which the provider knows, of a tunnel
    say, takes that from its setting `signed_url`.
    """
    head = capture.parsed()
    target = show(head.target)
    if target.startswith("/"):
        host = show(first(head.fields, b"host") or b"localhost")
        target = f"{capture.scheme}://{host}{target}"
    return Request(head.method, target, head.fields, capture.body)
