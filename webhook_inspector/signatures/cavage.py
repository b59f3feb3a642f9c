"""HTTP Signatures of draft-cavage: the parameters stand in `Authorization: Signature …` or in `Signature`, with a `Digest` of the body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from email.utils import formatdate, parsedate_to_datetime

from webhook_inspector.core.headers import Fields, first, values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step, Verdict
from webhook_inspector.signatures.clock import life_steps, tolerance
from webhook_inspector.signatures.components import LIMIT
from webhook_inspector.signatures.digest_fields import DIGEST, digest, digest_step
from webhook_inspector.signatures.encodings import from_base64, to_base64
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS
from webhook_inspector.signatures.reading import Reading, Stop, judge, lacking, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import Signer, cannot_sign, signer, with_field
from webhook_inspector.signatures.target import target_of

NAME = "cavage"
AUTHORIZATION, SIGNATURE = b"Authorization", b"Signature"
ALGORITHMS: dict[str, tuple[str, ...]] = {
    "rsa-sha256": ("rsa-v1_5-sha256",),
    "rsa-sha512": ("rsa-v1_5-sha512",),
    "rsa-sha1": ("rsa-v1_5-sha1",),
    "hmac-sha256": ("hmac-sha256",),
    "hmac-sha512": ("hmac-sha512",),
    "hmac-sha1": ("hmac-sha1",),
    "ecdsa-sha256": ("ecdsa-p256-sha256-der",),
    "ed25519": ("ed25519",),
    "hs2019": ("rsa-v1_5-sha256", "rsa-pss-sha512", "hmac-sha256", "hmac-sha512", "ecdsa-p256-sha256-der", "ed25519"),
}
"""`hs2019` hides the algorithm: the key decides, and for RSA both ways that are in use are tried."""
_PARAMETER = re.compile(rb'[ \t]*([A-Za-z]+)=(?:"((?:[^"\\]|\\.)*)"|([0-9]{1,15}))[ \t]*(?:,|$)')
_USUAL = "(request-target) host date"
_TIMES = (("created", 0), ("expires", 300))
"""Parameters that are times, with the seconds from now at which we set them."""


def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    return judge(NAME, _read(request, settings, now), keys)


def _read(request: Request, settings: Settings, now: float) -> Reading | Stop:
    place, text = _found(request)
    if text is None:
        return unsigned("Signature")
    header = place.decode()
    parameters = _parameters(text)
    signature = from_base64(parameters.get("signature", b""))
    if "keyId" not in parameters or not signature:
        return malformed(header, "the parameters keyId and signature are not well formed", show(text))
    algorithm = parameters.get("algorithm", b"hs2019").decode("latin-1").lower()
    if algorithm not in ALGORITHMS:
        return malformed(header, f"the algorithm {show(algorithm.encode())} is not known")
    names = parameters.get("headers", b"date").decode("latin-1").lower().split()
    content = _content(header, names, parameters, request)
    if isinstance(content, Stop):
        return content
    created = _created(names, parameters, request)
    return Reading(
        content,
        (signature,),
        ALGORITHMS[algorithm],
        well_formed(header, f"it covers {len(names)} headers"),
        key_id=parameters["keyId"].decode("utf-8", "replace"),
        times=life_steps(created, _seconds(parameters.get("expires")), now, tolerance(settings)),
        claims=_claims(names, request, settings),
        covered=f"these are signed: {', '.join(names)}" + ("" if "digest" in names else "; the body is not covered"),
    )


def _found(request: Request) -> tuple[bytes, bytes | None]:
    """The header that holds the parameters, and these."""
    for value in values(request.fields, AUTHORIZATION):
        if value[:10].lower() == b"signature ":
            return AUTHORIZATION, value[10:]
    return SIGNATURE, first(request.fields, SIGNATURE)


def _parameters(text: bytes) -> dict[str, bytes]:
    """The parameters by name; none where the text is not wholly made of them, or names one twice."""
    found: dict[str, bytes] = {}
    place = 0
    while place < len(text):
        match = _PARAMETER.match(text, place)
        if match is None or match[1].decode() in found:
            return {}
        found[match[1].decode()] = match[3] if match[2] is None else re.sub(rb"\\(.)", rb"\1", match[2])
        place = match.end()
    return found


def _content(header: str, names: Sequence[str], parameters: Mapping[str, bytes], request: Request) -> bytes | Stop:
    """The lines that are signed."""
    if not 0 < len(names) <= LIMIT:
        return malformed(header, f"more than {LIMIT} headers are signed" if names else "nothing is signed")
    lines: list[bytes] = []
    for name in names:
        value = _value(name, parameters, request)
        if value is None:
            return lacking(header, name)
        lines.append(name.encode("latin-1") + b": " + value)
    return b"\n".join(lines)


def _value(name: str, parameters: Mapping[str, bytes], request: Request) -> bytes | None:
    target = target_of(request.url)
    if name == "(request-target)":
        return f"{request.method.lower()} {target.request_target}".encode("utf-8", "surrogatepass")
    if name in {"(created)", "(expires)"}:
        return parameters.get(name.strip("()"))
    found = values(request.fields, name.encode("latin-1"))
    if not found and name == "host":
        return target.authority.encode("utf-8", "surrogatepass")
    return b", ".join(value.strip() for value in found) if found else None


def _created(names: Sequence[str], parameters: Mapping[str, bytes], request: Request) -> float | None:
    """By `created` or the `Date` header, whichever is signed; None where neither is."""
    if "(created)" in names:
        return _seconds(parameters.get("created"))
    return _http_date(first(request.fields, b"Date") or b"") if "date" in names else None


def _seconds(text: bytes | None) -> int | None:
    return int(text) if text and text.isdigit() and len(text) < 16 else None


def _http_date(text: bytes) -> float | None:
    try:
        return parsedate_to_datetime(text.decode("latin-1")).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _claims(names: Sequence[str], request: Request, settings: Settings) -> tuple[Step, ...]:
    """Whether the headers that a setting asks for are signed, and whether the `Digest` is of this body."""
    steps = [
        Step("covered", name.lower() in names, f"{name} {'is' if name.lower() in names else 'is not'} signed")
        for name in _required(settings)
    ]
    digest_found = digest_step(request.fields, request.body)
    return (*steps, digest_found) if digest_found else tuple(steps)


def _required(settings: Settings) -> tuple[str, ...]:
    found = settings.get("required_headers")
    return found if isinstance(found, tuple) else ()


def sign(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    """The parameters of an old signature stay, but for its times and its key."""
    place, text = _found(request)
    old = _parameters(text or b"")
    key, algorithm = _signer(keys, old)
    request = replace(request, fields=_with_date_and_digest(request, now))
    names = _to_sign(old, request, settings)
    parameters = {**old, "keyId": key.key_id.encode() or old.get("keyId", b"own"), "algorithm": algorithm.encode()}
    parameters |= {name: b"%d" % (int(now) + ahead) for name, ahead in _TIMES if name in old}
    parameters["headers"] = " ".join(names).encode("latin-1")
    content = _content(show(place), names, parameters, request)
    if isinstance(content, Stop):
        raise cannot_sign(NAME, content.steps[-1].fact)
    parameters["signature"] = to_base64(key.sign(content)).encode()
    if text is None and first(request.fields, AUTHORIZATION) is None:
        place = AUTHORIZATION
    start = b"Signature " if place == AUTHORIZATION else b""
    return replace(request, fields=with_field(request.fields, place, start + _written(parameters)))


def _with_date_and_digest(request: Request, now: float) -> Fields:
    fields = with_field(request.fields, b"Date", formatdate(int(now), usegmt=True).encode())
    if request.body or first(fields, DIGEST) is not None:
        return with_field(fields, DIGEST, digest(fields, request.body))
    return fields


def _to_sign(old: Mapping[str, bytes], request: Request, settings: Settings) -> list[str]:
    """The names that the old signature covers, or the usual ones, and whatever else must be signed."""
    usual = _USUAL + (" digest" if request.body else "")
    names = old.get("headers", usual.encode()).decode("latin-1").lower().split()
    return list(dict.fromkeys([*names, *(name.lower() for name in _required(settings))]))


def _signer(keys: Sequence[Key], old: Mapping[str, bytes]) -> tuple[Signer, str]:
    """A key with the name of its algorithm: the old one where the key allows."""
    asked = old.get("algorithm", b"").decode("latin-1").lower()
    names = sorted(ALGORITHMS, key=lambda name: name != asked)
    key = signer(NAME, keys, [algorithm for name in names for algorithm in ALGORITHMS[name]])
    return key, next(name for name in names if key.algorithm in ALGORITHMS[name])


def _written(parameters: Mapping[str, bytes]) -> bytes:
    """Numbers bare, everything else quoted."""
    escaped = {name: re.sub(rb'(["\\])', rb"\\\1", value) for name, value in parameters.items()}
    bare = {"created", "expires"}
    return b",".join(name.encode() + (b"=%b" if name in bare else b'="%b"') % value for name, value in escaped.items())


SCHEMES: tuple[Scheme, ...] = (
    Scheme(NAME, "HTTP Signatures (draft-cavage)", True, ("secret", *PUBLIC_KINDS), verify, sign),
)
