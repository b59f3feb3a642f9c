"""JWS compact serialization (RFC 7515), read strictly: three parts, of which the first is a JSON object."""

import json
from dataclasses import dataclass
from typing import Any

from webhook_inspector.signatures.algorithms import JOSE
from webhook_inspector.signatures.encodings import from_base64url, to_base64url

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compact:
    header: JsonObject
    payload: bytes
    """As it stands between the dots, still base64url; empty where it is detached."""
    signature: bytes
    protected: bytes
    """The header as it stands before the first dot."""

    @property
    def alg(self) -> str:
        """The algorithm that the token asks for, which is a claim to be checked, never an order."""
        return text_member(self.header, "alg")

    @property
    def kid(self) -> str:
        return text_member(self.header, "kid")


def compact(text: bytes) -> Compact | str:
    """The three parts, or what is wrong with them."""
    parts = text.split(b".")
    if len(parts) != 3:
        return "a token has three parts between dots"
    header = json_object(from_base64url(parts[0]))
    if header is None:
        return "the header of the token is not base64url of a JSON object"
    signature = from_base64url(parts[2])
    if signature is None:
        return "the signature of the token is not base64url"
    return Compact(header, parts[1], signature, parts[0])


def fault_of_algorithm(token: Compact, allowed: tuple[str, ...]) -> str:
    """What is wrong with the algorithm that the token names; empty where it is one of those allowed."""
    if token.alg in allowed and token.alg in JOSE:
        return ""
    return f"the token names the algorithm {token.alg or 'of no name'}, allowed is {' or '.join(allowed)}"


def json_object(raw: bytes | None) -> JsonObject | None:
    """The JSON object in `raw`; None for anything else."""
    if raw is None:
        return None
    try:
        found = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def text_member(members: JsonObject, name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def encoded(members: JsonObject) -> bytes:
    """The object as compact JSON in base64url."""
    return to_base64url(json.dumps(members, separators=(",", ":")).encode()).encode()
