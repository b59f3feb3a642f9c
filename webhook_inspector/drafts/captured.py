"""A capture as a draft: the same method, target, headers and body, to another address."""

from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.address import Address, address_of


def draft_of(record: Record, to: str) -> Draft:
    """`to` without a path keeps the capture's target; with one (`/` is one, too) that path is used, with its own query or else the capture's.

    Nothing of a capture ever chooses the host. Raises KnownError where `to` is no address, or the capture no request.
    """
    address, capture = address_of(to), record.capture
    head = capture.parsed()
    if capture.state is State.REFUSED or not head.target:
        raise KnownError(Problem.of("draft-no-request"))
    fields = tuple(DraftField(name, value) for name, value in head.fields)
    target = _target(address, head.target)
    url = _url(address, target)
    return Draft(
        method=head.method,
        url=url or _shown(address, target),
        fields=fields,
        body=capture.body,
        target=b"" if url else target,
        capture=record.id,
    )


def lacking(record: Record) -> Problem | None:
    """What of the capture cannot be sent again, because it is not there."""
    capture = record.capture
    if capture.state in {State.CUT, State.INCOMPLETE} or len(capture.body) < capture.body_size:
        return Problem.of("draft-body-part", shown=len(capture.body), total=capture.body_size)
    return None


def _target(address: Address, captured: bytes) -> bytes:
    there = origin_form(captured)
    if not address.rest:
        return there
    path, own, query = address.rest.partition("?")
    if own and not path:
        return _path(there) + own.encode() + query.encode()
    if own or not there.startswith(b"/"):
        return address.rest.encode()
    _, mark, captured_query = there.partition(b"?")
    return path.encode() + mark + captured_query


def _path(target: bytes) -> bytes:
    return target.partition(b"?")[0] if target.startswith(b"/") else b"/"


def origin_form(target: bytes) -> bytes:
    """Path and query of a target in absolute form, which names a host that is not ours to choose; any other as it is."""
    scheme, mark, rest = target.partition(b"://")
    if not mark or not scheme.isalpha():
        return target
    starts = [place for place in (rest.find(b"/"), rest.find(b"?")) if place >= 0]
    found = rest[min(starts) :] if starts else b""
    return found if found.startswith(b"/") else b"/" + found


def _url(address: Address, target: bytes) -> str:
    """The address that shows the whole target and gives it back byte for byte; empty where none does."""
    try:
        text = target.decode()
    except UnicodeDecodeError:
        return ""
    fits = text.startswith("/") and visible(text) == text and not any(character in text for character in " #")
    return address.origin + text if fits else ""


def _shown(address: Address, target: bytes) -> str:
    path = visible(target.decode("utf-8", "backslashreplace"))
    return address.origin + (path if path.startswith("/") else "")
