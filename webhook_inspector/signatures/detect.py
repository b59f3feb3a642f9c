"""Which provider sent a request, and by which scheme it is signed: told from its headers and body alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.signatures.detection import Confidence, Detected, Gate, Rule
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.detection_headers import HEADER_RULES
from webhook_inspector.signatures.detection_shared import AUTHORIZATION_RULES, BODY_RULES, SHARED_RULES
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.seen import Seen

RULES: tuple[Rule, ...] = (*SHARED_RULES, *HEADER_RULES, *AUTHORIZATION_RULES, *BODY_RULES)
"""In the order in which they are tried: names that several senders share, names of one sender, what anyone may use."""


@dataclass(frozen=True, slots=True)
class _Index:
    """Rules by what they ask for first. Every request is detected, and of a hundred headers with rules it has one or two."""

    named: dict[str, list[tuple[int, Rule]]]
    gated: dict[Gate, list[tuple[int, Rule]]]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> "_Index":
        index = cls({}, {gate: [] for gate in Gate})
        for place, rule in enumerate(rules):
            entries = index.named.setdefault(rule.header, []) if rule.header else index.gated[rule.gate]
            entries.append((place, rule))
        return index

    def first(self, seen: Seen) -> Rule | None:
        """The first rule, in the order of all, that applies."""
        found = [entry for name in seen.headers if name in self.named for entry in self.named[name]]
        found += self.gated[Gate.ANY]
        if seen.start in _JSON_STARTS:
            found += self.gated[Gate.JSON]
        elif seen.start:
            found += self.gated[Gate.FORM]
        if "?" in seen.request.url:
            found += self.gated[Gate.QUERY]
        found.sort(key=_place)
        return next((rule for _, rule in found if rule.applies(seen)), None)


_JSON_STARTS = (b"{", b"[")


def _place(entry: tuple[int, Rule]) -> int:
    return entry[0]


_SIGNED, _EVENTS = _Index.of(RULES), _Index.of(EVENT_RULES)


def detect(request: Request) -> Detected | None:
    """The first rule that applies; a signature goes before an event header, which only says what a signature would be.

    None where nothing is known about the request. `provider` is empty where the scheme does not tell the sender.
    """
    seen = Seen(request)
    signed, event = _SIGNED.first(seen), _EVENTS.first(seen)
    if signed is None:
        return None if event is None else Detected(event.scheme, event.provider, Confidence.LIKELY)
    provider = signed.provider or (event.provider if event else "")
    settings = signed.settings(seen) if signed.settings else {}
    return Detected(signed.scheme, provider, signed.confidence, signed.others, settings)
