"""Which provider sent a request, and by which scheme it is signed: told from its headers and body alone."""

from webhook_inspector.signatures.detection import Confidence, Detected, Rule
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.detection_headers import HEADER_RULES
from webhook_inspector.signatures.detection_shared import AUTHORIZATION_RULES, BODY_RULES, SHARED_RULES
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.seen import Seen

RULES: tuple[Rule, ...] = (*SHARED_RULES, *HEADER_RULES, *AUTHORIZATION_RULES, *BODY_RULES)
"""In the order in which they are tried: names that several senders share, names of one sender, what anyone may use."""


def detect(request: Request) -> Detected | None:
    """The first rule that applies; a signature goes before an event header, which only says what a signature would be.

    None where nothing is known about the request. `provider` is empty where the scheme does not tell the sender.
    """
    seen = Seen(request)
    signed = next((rule for rule in RULES if rule.applies(seen)), None)
    event = next((rule for rule in EVENT_RULES if rule.applies(seen)), None)
    if signed is None:
        return None if event is None else Detected(event.scheme, event.provider, Confidence.LIKELY)
    provider = signed.provider or (event.provider if event else "")
    settings = signed.settings(seen) if signed.settings else {}
    return Detected(signed.scheme, provider, signed.confidence, signed.others, settings)
