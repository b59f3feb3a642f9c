"""JSON Web Tokens (RFC 7519) taken apart for reading, wherever they stand in a text. Nothing is verified."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from webhook_inspector.bodies.json_view import json_lines
from webhook_inspector.bodies.jsoncheck import check
from webhook_inspector.core.text import visible

MOST_TOKENS = 20
_DEEPEST = 3
"""Tokens within the claims of a token: Apple puts two into one."""
_LOOKED_AT = 2**20
_TOKEN = re.compile(r"(?<![\w.-])(eyJ[\w-]{8,})\.([\w-]{2,})\.([\w-]*+)(?![\w-])", re.ASCII)
_TIMES = re.compile(r'\s*"(?:iat|exp|nbf|auth_time|toe|updated_at|\w*Date|\w*_at)": (\d{9,13}),?', re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Token:
    """A token whose head is that of a JWT."""

    head: str
    claims: str
    """Empty where they are no text: the token is encrypted, or means something of its own."""
    signature: str
    """As it stands, base64url; empty for an unsigned one."""
    level: int
    """How many tokens it stands in."""


def tokens(text: str, level: int = 0) -> Iterator[Token]:
    """Those in `text`, each followed by those in its claims."""
    for match in _TOKEN.finditer(text[:_LOOKED_AT]):
        head = _part(match[1])
        if '"alg"' not in head or not check(head).sound:
            continue
        claims = _part(match[2])
        yield Token(head, claims, match[3], level)
        if level < _DEEPEST:
            yield from tokens(claims, level + 1)


def holds_token(text: str) -> bool:
    return text.find("eyJ", 0, _LOOKED_AT) >= 0 and next(tokens(text), None) is not None


def token_lines(token: Token) -> list[str]:
    """Its head, a blank line and its claims, laid out, with times behind the numbers that are some."""
    return [*_laid_out(token.head), "", *map(_with_time, _laid_out(token.claims))]


def algorithm(token: Token) -> str:
    """The `alg` of its head; empty where it has none."""
    try:
        found = json.loads(token.head)
    except (ValueError, RecursionError):
        return ""
    value = found.get("alg") if isinstance(found, dict) else None
    return visible(value[:40]) if isinstance(value, str) else ""


def _laid_out(text: str) -> list[str]:
    lines = json_lines(text) if check(text).sound else None
    return [visible(text)] if lines is None else lines


def _with_time(line: str) -> str:
    match = _TIMES.fullmatch(line)
    if match is None:
        return line
    seconds = int(match[1]) / (1000 if len(match[1]) > 11 else 1)
    moment = _EPOCH + timedelta(seconds=seconds)
    return f"{line}  // {moment:%Y-%m-%d %H:%M:%S} UTC"


def _part(segment: str) -> str:
    """Decoded; empty where it is no text."""
    try:
        return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)).decode()
    except (binascii.Error, ValueError):
        return ""
