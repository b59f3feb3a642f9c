"""A look at the raw bytes of a request that tells at once when detection will find nothing: most test posts are like that.

Detection takes apart what it looks at, and stands in the way of every request. This does not, and takes a tenth of the time.
"""

from functools import lru_cache

from webhook_inspector.signatures.detect import RULES
from webhook_inspector.signatures.detection_events import EVENT_RULES

_AGENT = b"user-agent"
_NAMED = [rule for rule in (*RULES, *EVENT_RULES) if rule.header]
_CLOUD_EVENTS = b"ce-specversion"
_NAMES = frozenset(rule.header.encode() for rule in _NAMED) - {_AGENT} | {_CLOUD_EVENTS}
_AGENTS = tuple({rule.start.lower() for rule in _NAMED if rule.header == _AGENT.decode()})
_USUAL = 4096
"""Bytes of a head that may be remembered: in a flood, senders repeat their heads."""
_IN_QUERY = (b"jwt", b"access_token", b"%")
_IN_JSON = (b'"notificationItems"', b'"signature"')
_IN_FORM = (b"bt_signature", b"p_signature", b"mandrill_events", b"token=")


def may_be_known(head: bytes, body: bytes) -> bool:
    """Whether any rule of detection could apply to the request of that head and body, or a header tells its provider."""
    if _remembered(head) if len(head) <= _USUAL else _head_tells(head):
        return True
    start = body[:64].lstrip()[:1]
    if not start:
        return False
    for word in _IN_JSON if start in b"{[" else _IN_FORM:  # noqa: SIM110 (every request comes here: any() costs more)
        if word in body:
            return True
    return False


def _head_tells(head: bytes) -> bool:
    line, *fields = head.lower().split(b"\n")
    if not _NAMES.isdisjoint([field.partition(b":")[0] for field in fields]):
        return True
    if b".." in head or (b"?" in line and any(word in line for word in _IN_QUERY)):
        return True
    return any(field.startswith(_AGENT) and field[11:].lstrip(b" \t").startswith(_AGENTS) for field in fields)


_remembered = lru_cache(maxsize=256)(_head_tells)
