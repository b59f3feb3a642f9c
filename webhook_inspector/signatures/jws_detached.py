"""JWS with a detached payload (RFC 7515 appendix F): `{header}..{signature}` in a header, the body is what is signed."""

from collections.abc import Sequence
from dataclasses import replace

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Verdict
from webhook_inspector.signatures.algorithms import JOSE
from webhook_inspector.signatures.encodings import to_base64url
from webhook_inspector.signatures.jose import Compact, JsonObject, compact, encoded, fault_of_algorithm
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS
from webhook_inspector.signatures.reading import Reading, Stop, judge, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import cannot_sign, signer, with_field

NAME = "jws-detached"
HEADER = "X-JWS-Signature"
"""The header where no setting names one."""


def verify(request: Request, keys: Sequence[Key], settings: Settings, _now: float) -> Verdict:
    return judge(NAME, _read(request, settings), keys)


def _read(request: Request, settings: Settings) -> Reading | Stop:
    header = _header(settings)
    text = first(request.fields, header.encode("latin-1", "replace"))
    if text is None:
        return unsigned(header)
    token = compact(text)
    if isinstance(token, str):
        return malformed(header, token, show(text))
    fault = fault_of_algorithm(token, _allowed(settings)) or _fault(token)
    if fault:
        return malformed(header, fault, show(text))
    return Reading(
        _content(token.protected, token.header, request.body),
        (token.signature,),
        (JOSE[token.alg],),
        well_formed(header, f"it is a detached JWS signed with {token.alg}"),
        key_id=token.kid,
        text_of=to_base64url,
    )


def _fault(token: Compact) -> str:
    """What keeps the token from being understood: a payload of its own, or a critical extension that we do not know."""
    if token.payload:
        return "the payload is not detached: there is something between the dots"
    critical = token.header.get("crit", [])
    if critical not in ([], ["b64"]) or ("b64" in token.header and not isinstance(token.header["b64"], bool)):
        return "the token has a critical extension that is not understood"
    if _raw(token.header) and critical != ["b64"]:
        return "b64 is false without being critical"
    return ""


def _content(protected: bytes, header: JsonObject, body: bytes) -> bytes:
    return protected + b"." + (body if _raw(header) else to_base64url(body).encode())


def _raw(header: JsonObject) -> bool:
    """Whether the body is signed as it is, not in base64url (RFC 7797)."""
    return header.get("b64") is False


def _header(settings: Settings) -> str:
    return str(settings.get("header") or HEADER)


def _allowed(settings: Settings) -> tuple[str, ...]:
    found = settings.get("algorithms")
    return found if isinstance(found, tuple) and found else tuple(JOSE)


def sign(request: Request, keys: Sequence[Key], settings: Settings, _now: float) -> Request:
    """The members of an old header stay, as far as the key allows."""
    name = _header(settings).encode("latin-1", "replace")
    old = compact(first(request.fields, name) or b"")
    members = {} if isinstance(old, str) or _fault(old) else old.header
    allowed = {
        JOSE[alg]: alg for alg in sorted(_allowed(settings), key=lambda alg: alg != members.get("alg")) if alg in JOSE
    }
    if not allowed:
        raise cannot_sign(NAME, "none of the allowed algorithms is known")
    key = signer(NAME, keys, tuple(allowed))
    header = {**members, "alg": allowed[key.algorithm]} | ({"kid": key.key_id} if key.key_id else {})
    protected = encoded(header)
    signature = to_base64url(key.sign(_content(protected, header, request.body))).encode()
    return replace(request, fields=with_field(request.fields, name, protected + b".." + signature))


SCHEMES: tuple[Scheme, ...] = (Scheme(NAME, "Detached JWS", True, ("secret", *PUBLIC_KINDS), verify, sign),)
