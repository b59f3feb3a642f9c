r"""A record as JSON members: the names, the exact bytes and the checks that all formats share.

Bytes are text where they are UTF-8 without control characters, `"body": "{\"hi\":1}"`; else base64 under a name that says so,
`"body_base64": "/w=="`. Everything that is read here may come from a stranger: each check raises MisfitError with a reason.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from webhook_inspector.core.capture import Capture, Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.marked import marks_member, marks_of
from webhook_inspector.formats.moment import HIGHEST, LOWEST, nanoseconds_of

Members = dict[str, Any]

_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
# Characters that act on a terminal or an editor, and lone surrogates: inside a JSON string an escape says the same.
_ACTING = re.compile("[\x80-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]+")
_SCHEMES = ("http", "https")


def to_json(value: Any) -> str:
    """One line of JSON that a terminal and an editor show as it is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isascii() else _ACTING.sub(lambda found: json.dumps(found[0])[1:-1], text)


def from_json(raw: bytes | str) -> Any:
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise MisfitError(f"not JSON ({error.msg}, {where})") from error
    except UnicodeDecodeError as error:
        raise MisfitError("not UTF-8 text") from error
    except ValueError as error:
        raise MisfitError("a number with too many digits") from error
    except RecursionError as error:
        raise MisfitError("nested too deeply") from error
    except MemoryError as error:
        raise MisfitError("too large for this machine's memory") from error


def clean_text(raw: bytes) -> str | None:
    """`raw` as text that gives the same bytes back and is fit to be read, or None where it has to be base64."""
    if len(raw.translate(None, _CONTROLS)) != len(raw):
        return None
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def bytes_member(name: str, raw: bytes) -> Members:
    text = clean_text(raw)
    return {name: text} if text is not None else {f"{name}_base64": b64encode(raw).decode("ascii")}


def bytes_of(members: Mapping[str, Any], name: str, default: bytes | None = None) -> bytes:
    """The bytes that `bytes_member` wrote."""
    coded = f"{name}_base64"
    if coded in members:
        return unbase64(text_of(members, coded), coded)
    if name not in members and default is not None:
        return default
    return utf8(text_of(members, name), name)


def unbase64(text: str, name: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError as error:
        raise MisfitError(f"{name} is not base64") from error


def utf8(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise MisfitError(f"{name} holds half a character (a lone surrogate)") from error


def text_of(members: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = members.get(name, default)
    if not isinstance(value, str):
        raise MisfitError(f"{name} is not text" if name in members else f"{name} is missing")
    return value


def number_of(
    members: Mapping[str, Any], name: str, default: int | None = None, low: int = 0, high: int = HIGHEST
) -> int:
    value = members.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise MisfitError(
            f"{name} is not a whole number from {low} to {high}" if name in members else f"{name} is missing"
        )
    return value


def members_of(record: Record) -> Members:
    """All of a record but its head and its body, for which each format has its own place."""
    capture = record.capture
    return {
        "received_ns": capture.received_ns,
        "peer": capture.peer,
        "scheme": capture.scheme,
        "state": str(capture.state),
        "problem": json.loads(capture.problem.to_json()) if capture.problem else None,
        "body_size": capture.body_size,
        "status": record.status,
        **bytes_member("trailers", capture.trailers),
        **bytes_member("reply", record.reply),
        **marks_member(record.marks),
    }


def record_of(members: Mapping[str, Any], head: bytes, body: bytes) -> Record:
    """The inverse of `members_of`, for members of any origin: what is missing has a default, what is wrong raises MisfitError."""
    capture = Capture(
        received_ns=_received_ns(members),
        peer=_peer(members),
        scheme=_one_of(members, "scheme", _SCHEMES),
        head=head,
        body=body,
        state=State(_one_of(members, "state", tuple(State))),
        problem=_problem(members),
        body_size=number_of(members, "body_size", len(body)),
        trailers=bytes_of(members, "trailers", b""),
    )
    status = number_of(members, "status", 0, high=999)
    return Record(capture, status, bytes_of(members, "reply", b""), marks=marks_of(members))


def _received_ns(members: Mapping[str, Any]) -> int:
    if "received_ns" not in members and "received_at" in members:
        return nanoseconds_of(text_of(members, "received_at"))
    return number_of(members, "received_ns", low=LOWEST)


def _peer(members: Mapping[str, Any]) -> str:
    peer = text_of(members, "peer", "")
    if peer != visible(peer):
        raise MisfitError("peer holds characters that no address has")
    return peer


def _one_of(members: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str:
    value = text_of(members, name, known[0])
    if value not in known:
        raise MisfitError(f"{name} is none of {', '.join(known)}")
    return value


def _problem(members: Mapping[str, Any]) -> Problem | None:
    value = members.get("problem")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise MisfitError("problem is not a JSON object")
    code = text_of(value, "code")
    kept = {name: found for name, found in value.items() if name != "code" and isinstance(found, str | int)}
    for text in (code, *kept, *(found for found in kept.values() if isinstance(found, str))):
        utf8(text, "problem")
    return Problem.of(code, **kept)
