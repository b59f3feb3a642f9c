"""HTTP Message Signatures (RFC 9421): `Signature-Input` names what is covered, `Signature` signs it, `Content-Digest` stands for the body."""

from collections.abc import Sequence
from dataclasses import replace

from webhook_inspector.core.headers import Fields, first, values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.clock import life_steps, tolerance
from webhook_inspector.signatures.components import ComponentError, MissingFieldError, signature_base
from webhook_inspector.signatures.digest_fields import CONTENT_DIGEST, content_digest, content_digest_step
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS, base64_secret, verifying_key
from webhook_inspector.signatures.reading import TRIES, Reading, Stop, judge, lacking, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import cannot_sign, signer, with_field
from webhook_inspector.signatures.structured_fields import (
    Bare,
    FieldSyntaxError,
    InnerList,
    Item,
    Member,
    parse_dictionary,
    write_dictionary,
)

NAME = "rfc9421"
INPUT, SIGNATURE = b"Signature-Input", b"Signature"
ALGORITHMS = ("ed25519", "ecdsa-p256-sha256", "ecdsa-p384-sha384", "rsa-pss-sha512", "rsa-v1_5-sha256", "hmac-sha256")
"""Where the signature does not name its algorithm, the key decides."""
_BEST = (Status.VALID, Status.EXPIRED, Status.INVALID, Status.NO_SECRET, Status.UNSIGNED)


def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    """Of several signatures the one that fares best."""
    readings = _read(request, settings, now)
    verdicts = [judge(NAME, one, keys, lambda key: verifying_key(key, base64_secret)) for one in readings]
    return min(verdicts, key=lambda verdict: _BEST.index(verdict.status))


def _read(request: Request, settings: Settings, now: float) -> Sequence[Reading | Stop]:
    """One reading for each label that stands in both headers; at least one."""
    for name in (INPUT, SIGNATURE):
        if not values(request.fields, name):
            return [unsigned(name.decode())]
    try:
        inputs, signatures = _dictionary(request.fields, INPUT), _dictionary(request.fields, SIGNATURE)
    except FieldSyntaxError as fault:
        return [malformed("Signature-Input", f"the headers are no dictionaries of structured fields: {fault}")]
    both = [
        (covered, item.value)
        for label, covered in inputs.items()
        if isinstance(covered, InnerList)
        and isinstance(item := signatures.get(label), Item)
        and isinstance(item.value, bytes)
    ]
    if not both:
        return [malformed("Signature-Input", "no label has both a list of components and a signature")]
    return [_read_one(request, covered, signature, settings, now) for covered, signature in both[:TRIES]]


def _read_one(request: Request, covered: InnerList, signature: bytes, settings: Settings, now: float) -> Reading | Stop:
    params = covered.params
    algorithm = params.get("alg")
    times = (_time(params.get("created")), _time(params.get("expires")))
    if algorithm is not None and algorithm not in ALGORITHMS:
        return malformed("Signature-Input", f"the algorithm {algorithm!s} is not known")
    if times != (params.get("created"), params.get("expires")) or not isinstance(params.get("keyid", ""), str):
        return malformed("Signature-Input", "a parameter of the signature is of the wrong type")
    try:
        content = signature_base(covered, request)
    except MissingFieldError as fault:
        return lacking("Signature-Input", fault.name)
    except ComponentError as fault:
        return malformed("Signature-Input", str(fault), show(b", ".join(values(request.fields, INPUT))))
    return Reading(
        content,
        (signature,),
        (str(algorithm),) if algorithm is not None else ALGORITHMS,
        well_formed("Signature-Input", f"it covers {len(covered.items)} components"),
        key_id=str(params.get("keyid", "")),
        times=life_steps(*times, now, tolerance(settings)),
        claims=_claims(request, covered, settings),
        covered="the components are signed: " + (", ".join(sorted(_names(covered.items))) or "none"),
    )


def _time(value: Bare | None) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _claims(request: Request, covered: InnerList, settings: Settings) -> tuple[Step, ...]:
    """Whether all is covered that must be, and the digest of the body is right."""
    names = _names(covered.items)
    steps = [
        Step("covered", name in names, f"the component {name} {'is' if name in names else 'is not'} covered")
        for name in _required(request, settings)
    ]
    digest = content_digest_step(request.fields, request.body)
    return (*steps, digest) if digest else tuple(steps)


def _names(items: Sequence[Item]) -> set[str]:
    return {str(item.value) for item in items}


def _required(request: Request, settings: Settings) -> tuple[str, ...]:
    """The components that must be covered: those of the setting, else the digest of the body where there is a body."""
    found = settings.get("required_headers")
    return found if isinstance(found, tuple) and found else (("content-digest",) if request.body else ())


def _dictionary(fields: Fields, name: bytes) -> dict[str, Member]:
    return parse_dictionary(b", ".join(values(fields, name)).decode("latin-1"))


def sign(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    """Label, components and parameters of an old signature stay, but for its times and its key."""
    label, old = _old(request.fields)
    key = signer(NAME, keys, ALGORITHMS, base64_secret)
    fields = request.fields
    if request.body or first(fields, CONTENT_DIGEST) is not None:
        fields = with_field(fields, CONTENT_DIGEST, content_digest(fields, request.body))
    params = {**old.params, "created": int(now), "alg": key.algorithm}
    params |= {"expires": int(now) + 300} if "expires" in old.params else {}
    params |= {"keyid": key.key_id} if key.key_id else {}
    covered = InnerList(_to_cover(old, request, settings), params)
    try:
        signature = key.sign(signature_base(covered, replace(request, fields=fields)))
    except ComponentError as fault:
        raise cannot_sign(NAME, str(fault)) from fault
    fields = with_field(fields, INPUT, write_dictionary({label: covered}).encode())
    fields = with_field(fields, SIGNATURE, write_dictionary({label: Item(signature, {})}).encode())
    return replace(request, fields=fields)


def _to_cover(old: InnerList, request: Request, settings: Settings) -> tuple[Item, ...]:
    """The old components, or the usual ones, and whatever else must be covered."""
    items = old.items or (Item("@method", {}), Item("@target-uri", {}))
    missing = (name for name in _required(request, settings) if name not in _names(items))
    return (*items, *(Item(name, {}) for name in missing))


def _old(fields: Fields) -> tuple[str, InnerList]:
    try:
        members = _dictionary(fields, INPUT)
    except FieldSyntaxError:
        members = {}
    lists = ((label, member) for label, member in members.items() if isinstance(member, InnerList))
    return next(lists, ("sig1", InnerList((), {})))


SCHEMES: tuple[Scheme, ...] = (
    Scheme(NAME, "HTTP Message Signatures (RFC 9421)", True, ("secret", *PUBLIC_KINDS), verify, sign),
)
