"""A key that looks like another one and is not: to sign with the wrong secret."""

import re
import string
from dataclasses import replace

from webhook_inspector.core.key import Key

SHARED = frozenset({"secret", "token", "basic"})
"""Kinds whose text is the key."""

_ROUNDS = ("0123456789", "abcdef", "ghijklmnopqrstuvwxyz", "ABCDEF", "GHIJKLMNOPQRSTUVWXYZ")
# Each letter becomes its neighbour of the same round: hex stays hex, base64 stays base64.
_NEXT = str.maketrans("".join(_ROUNDS), "".join(one[1:] + one[0] for one in _ROUNDS))
_PLAIN = frozenset(string.ascii_letters + string.digits)
_PREFIX = re.compile(r".*[_:](?=.)", re.DOTALL)
_KEPT = 4
"""Characters at the end that stay: in base64 they also say how many bytes there are."""


def other_key(key: Key) -> Key | None:
    """Of the same kind, prefix, length and characters, with other bytes; None for a key pair, which is not made out of another one."""
    if key.kind not in SHARED or not key.value:
        return None
    found = _PREFIX.match(key.value)
    start = found.end() if found else 0
    own = key.value[start:]
    end = len(own) - _KEPT if any(character in _PLAIN for character in own[:-_KEPT]) else len(own)
    changed = own[:end].translate(_NEXT) + own[end:]
    other = key.value[:start] + (changed if changed != own else own + "0")
    return replace(key, value=other, label="")
