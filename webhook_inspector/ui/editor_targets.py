"""Addresses that were sent to: for the list under the address, and where a capture is sent next. Pure."""

from collections.abc import Sequence

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.captured import origin_form

MOST = 20
FIRST = "http://localhost:3000"
"""Where a draft goes at first, until something was sent elsewhere."""


def with_recent(recent: Sequence[str], url: str) -> list[str]:
    """The last one first, none twice."""
    return [url, *(one for one in recent if one != url)][:MOST]


def next_target(url: str, record: Record | None) -> str:
    """What to send other captures to, after this went to `url`: where the path is that of the capture, each keeps its own.

    Empty where `url` is no address that everybody can use, one with variables say.
    """
    try:
        address = address_of(url)
    except KnownError:
        return ""
    if "{{" in url:
        return ""
    own = origin_form(record.capture.parsed().target) if record else b""
    return address.origin if address.rest.encode() == own else address.origin + address.rest.partition("?")[0]
