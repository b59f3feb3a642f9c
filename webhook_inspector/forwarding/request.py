"""A capture as it is sent on: to the target of a rule, its headers as the rule has them, and a mark that finds loops. Pure."""

from collections.abc import Callable
from dataclasses import replace

from webhook_inspector.core.capture import Capture, Record, path_of_capture
from webhook_inspector.core.draft import DraftField, Outgoing
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.headers import parse_fields, values
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.drafts.signing_keys import keys_to_sign
from webhook_inspector.judge import case_of, keys_for

HOP = b"Webhook-Inspector-Hop"
"""Names every inspector that has sent the request on, the first one first."""
MOST_HOPS = 5
_NEVER = frozenset({HOP.lower(), b"expect"})
"""Our own mark is made anew; whoever sends on waits for no leave to send the body."""

SigningOf = Callable[[Capture, float], Signing]
"""How a capture is signed again at a moment in Unix seconds. Raises KnownError where that is impossible."""


def hop_fault(head: bytes, own: str) -> Problem | None:
    """Why a request with this head is not sent on by the inspector `own`: it, or too many others, have done so already."""
    hops = _hops(head)
    if own in hops:
        return Problem.of("forward-loop")
    return Problem.of("forward-hops", most=MOST_HOPS) if len(hops) >= MOST_HOPS else None


def outgoing_of(record: Record, rule: ForwardRule, target: str, own: str, signing: Signing, now: float) -> Outgoing:
    """What goes to the target. Raises KnownError where that cannot be made of the capture."""
    draft = draft_of(record, target)
    hops = ", ".join((*_hops(record.capture.head), own))
    chosen = (*rule.set_headers, (HOP.decode(), hops))
    prepared = prepare(replace(draft, fields=_fields(draft.fields, rule, chosen)), signing, now)
    if prepared.outgoing is None:
        raise KnownError(prepared.faults[0].problem)
    return prepared.outgoing


def signing_by(rules: Callable[[], Rules]) -> SigningOf:
    """Signs with the endpoint's scheme and secrets, as the rules have them then. The message keeps its id: it is the same one."""

    def signing_of(capture: Capture, now: float) -> Signing:
        known = rules()
        case = case_of(capture, known)
        keys = keys_to_sign(keys_for(case.scheme, known.secrets_of(case.endpoint), now), case.scheme)
        if not keys:
            raise KnownError(Problem.of("forward-no-secret", path=path_of_capture(capture)))
        return Signing(How.NEW, case.scheme, keys, case.settings, new_id=False)

    return signing_of


def _hops(head: bytes) -> tuple[str, ...]:
    found = values(parse_fields(head.partition(b"\n")[2]), HOP)
    return tuple(hop for value in found for one in value.split(b",") if (hop := one.strip().decode("latin-1")))


def _fields(
    fields: tuple[DraftField, ...], rule: ForwardRule, chosen: tuple[tuple[str, str], ...]
) -> tuple[DraftField, ...]:
    """Without what the rule drops; what it sets stands where a header of that name stood first, else at the end."""
    dropped = _NEVER | {name.lower().encode() for name in rule.drop_headers}
    wanted = {name.lower().encode(): DraftField(name.encode(), value.encode()) for name, value in chosen}
    kept: list[DraftField] = []
    placed: set[bytes] = set()
    for one in fields:
        name = one.name.lower()
        if name in wanted and name not in placed and name not in dropped:
            kept.append(wanted[name])
            placed.add(name)
        elif name not in wanted and name not in dropped:
            kept.append(one)
    return (*kept, *(one for name, one in wanted.items() if name not in placed))
