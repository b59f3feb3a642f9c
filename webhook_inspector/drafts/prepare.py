"""A draft as it goes over the wire: the exact bytes, and for each header what becomes of it and why.

Framing is never taken from a draft, so that no request hides a second one: one Host, one Content-Length of the real body, no
Transfer-Encoding. Only who asks for it (`raw`) sends framing headers of his own, and is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.headers import first, values
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import show, visible
from webhook_inspector.drafts.address import Address, address_of
from webhook_inspector.drafts.breaking import finished, minutes_ago
from webhook_inspector.drafts.fates import Fate, Line, after, as_they_stand, cleaned, fields_of, with_length
from webhook_inspector.drafts.fault import Fault, Where
from webhook_inspector.drafts.framing import CODING, LENGTH
from webhook_inspector.drafts.signing import KEPT, Break, How, Signing, signed
from webhook_inspector.signatures.scheme import Request

_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LINE_END = re.compile(rb"[\x00\r\n]")
_BLANKS = re.compile(rb"[\x00-\x20\x7f]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Prepared:
    """Either `outgoing` or at least one fault."""

    outgoing: Outgoing | None
    lines: tuple[Line, ...] = ()
    """Every header of the draft, ticked or not, and those that are added."""
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Problem, ...] = ()
    """What the user should know about the request as a whole."""
    body: Fate = Fate.KEPT
    """KEPT, SIGNED where its signature is a part of it, or BROKEN."""
    request: Request | None = None
    """What is sent, as a signature sees it."""


def prepare(
    draft: Draft, signing: Signing = KEPT, now: float = 0, *, keep_host: bool = False, raw: bool = False
) -> Prepared:
    """`now` in Unix seconds: when it is signed. `keep_host` sends the draft's own Host; `raw` all framing as the draft has it.

    Variables are filled in before: what is left of them goes out as it stands.
    """
    faults = tuple(faults_of(draft))
    if faults:
        return Prepared(None, tuple(_lines(draft, _authority(draft), keep_host=keep_host, raw=raw)), faults)
    address = address_of(draft.url)
    host = address.authority.encode()
    lines = _lines(draft, host, keep_host=keep_host, raw=raw)
    target = draft.target or address.target.encode()
    origin = f"{address.scheme}://{show(first(fields_of(lines), b'host') or host)}"
    plain = Request(draft.method, _url(origin, target), fields_of(lines), draft.body)
    try:
        sound = signed(plain, signing.without_break(), now)
        sent = sound if signing.broken is Break.NOTHING else finished(plain, signing, now)
        target = target if sent.url == plain.url else _signed_target(sent, origin, target)
        lines = lines if sent is plain else _signed_lines(lines, sound, sent, signing)
    except KnownError as error:
        return Prepared(None, tuple(lines), (Fault(Where.SIGNING, error.problem),))
    if not raw and len(sent.body) != len(plain.body):
        lines = with_length(lines, len(sent.body))
    fields = fields_of(lines)
    block = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    head = b"%s %s HTTP/1.1\r\n%s\r\n" % (draft.method.encode(), target, block)
    return Prepared(
        Outgoing(address.scheme, address.host, address.port, head, sent.body),
        tuple(lines),
        remarks=tuple(_remarks(draft, address, signing, raw=raw)),
        body=_body_fate(plain, sound, sent),
        request=Request(sent.method, sent.url, fields, sent.body),
    )


def faults_of(draft: Draft) -> Iterator[Fault]:
    """What must be mended before anything can be sent. Unticked headers may hold whatever they like."""
    if not _TOKEN.fullmatch(draft.method.encode("utf-8", "replace")):
        yield Fault(Where.METHOD, Problem.of("draft-method", method=visible(draft.method[:_SHOWN])))
    try:
        address_of(draft.url).target.encode()
    except KnownError as error:
        yield Fault(Where.URL, error.problem)
    except UnicodeEncodeError:
        yield Fault(Where.URL, Problem.of("draft-url-blank"))
    if _BLANKS.search(draft.target):
        yield Fault(Where.URL, Problem.of("draft-url-blank"))
    for row, one in enumerate(draft.fields):
        if one.sent and not _TOKEN.fullmatch(one.name):
            yield Fault(Where.HEADER_NAME, Problem.of("draft-header-name", name=show(one.name[:_SHOWN])), row)
        if one.sent and _LINE_END.search(one.value):
            yield Fault(Where.HEADER_VALUE, Problem.of("draft-header-value", name=show(one.name[:_SHOWN])), row)


def _authority(draft: Draft) -> bytes:
    """Of an address that may be half written."""
    try:
        return address_of(draft.url).authority.encode()
    except KnownError:
        return b""


def _lines(draft: Draft, host: bytes, *, keep_host: bool, raw: bool) -> list[Line]:
    return as_they_stand(draft) if raw else cleaned(draft, host, keep_host=keep_host)


def _url(origin: str, target: bytes) -> str:
    """As the receiver sees it, and as a captured request shows it to a scheme that signs it."""
    shown = show(target)
    return origin + shown if shown.startswith("/") else shown


def _signed_target(sent: Request, origin: str, target: bytes) -> bytes:
    """The target where the signature is a part of it. Raises KnownError where it cannot be sent, or was not whole in the URL."""
    found = sent.url.removeprefix(origin).encode("utf-8", "surrogatepass")
    if _BLANKS.search(found) or show(target).encode() != target:
        raise KnownError(Problem.of("draft-signed-target"))
    return found


def _signed_lines(lines: list[Line], sound: Request, sent: Request, signing: Signing) -> list[Line]:
    """The lines as signing leaves them, then as breaking does. A changed body leaves the headers alone.

    Raises KnownError for a header that cannot be sent: keys and settings may hold anything.
    """
    if signing.broken in {Break.NOTHING, Break.TAMPERED}:
        found = after(lines, sent.fields, broken=False)
    else:
        found = after(after(lines, sound.fields, broken=False), sent.fields, broken=True)
    for name, value in fields_of(found):
        if not _TOKEN.fullmatch(name) or _LINE_END.search(value):
            raise KnownError(Problem.of("draft-signed-header", name=show(name[:_SHOWN])))
    return found


def _body_fate(plain: Request, sound: Request, sent: Request) -> Fate:
    if sent.body == plain.body:
        return Fate.KEPT
    return Fate.SIGNED if sent.body == sound.body else Fate.BROKEN


def _remarks(draft: Draft, address: Address, signing: Signing, *, raw: bool) -> Iterator[Problem]:
    if address.fragment and not draft.target:
        yield Problem.of("draft-fragment")
    if raw:
        yield from _raw_remarks(draft)
    if signing.broken is Break.EXPIRED:
        yield Problem.of("sent-expired", minutes=minutes_ago(signing))
    elif signing.broken in _SENT:
        yield _SENT[signing.broken]
    elif signing.how is How.NONE:
        yield _UNSIGNED


_UNSIGNED = Problem.of("sent-unsigned")
_SENT = {
    Break.TAMPERED: Problem.of("sent-tampered"),
    Break.WRONG_SECRET: Problem.of("sent-wrong-secret"),
    Break.NO_SIGNATURE: _UNSIGNED,
    Break.OURS_FIRST: Problem.of("sent-two-signatures"),
    Break.OURS_LAST: Problem.of("sent-two-signatures"),
}


def _raw_remarks(draft: Draft) -> Iterator[Problem]:
    ticked, size = draft.ticked(), str(len(draft.body)).encode()
    lengths, hosts = values(ticked, LENGTH), values(ticked, b"host")
    yield Problem.of("draft-raw")
    if values(ticked, CODING):
        yield Problem.of("draft-raw-coding")
    elif lengths != [size] and (lengths or draft.body):
        yield Problem.of("draft-raw-length", size=len(draft.body))
    if len(hosts) != 1:
        yield Problem.of("draft-raw-host", count=len(hosts))
