"""Where a redirect leads, for whoever wants to follow it: the sender never does by itself."""

import re
from urllib.parse import urljoin, urlsplit

from webhook_inspector.core.delivery import Response
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.net.nearness import ascii_host
from webhook_inspector.net.request_head import header_lines, request_line

_REDIRECTS = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_SECRET = re.compile(rb"auth|cookie|sign|hmac|token|secret|api-?key|credential|password|session|^webhook-|^svix-")
"""In the names of headers that prove something to one host and are not for another."""
_OF_BODY = re.compile(rb"content-.*|transfer-encoding|trailer|expect|digest|repr-digest")
_UNSENDABLE = re.compile(rb"[\x00-\x20\x7f]")


def redirected(outgoing: Outgoing, response: Response, *, trusted: bool = False) -> Outgoing | Problem:
    """The next request. To another host it goes without body, credentials and signatures, unless that host is `trusted`.

    RFC 9110 section 15.4: 303 makes it a GET, 301 and 302 do so to a POST, as every browser does; 307 and 308 change nothing.
    """
    location = first(parse_fields(response.head.partition(b"\n")[2]), b"location")
    if response.status not in _REDIRECTS or not location:
        return Problem.of("sending-redirect-none", status=response.status)
    method, target, version = request_line(outgoing.head)
    try:
        found = urlsplit(urljoin(_url(outgoing, target), location.decode("utf-8", "surrogateescape")))
        host, port = ascii_host(found.hostname or ""), found.port
    except ValueError:
        return Problem.of("sending-redirect-none", status=response.status)
    if found.scheme not in _PORTS:
        return Problem.of("sending-redirect-scheme", location=visible(found.geturl())[:200])
    if host is None or port == 0 or not method:
        return Problem.of("sending-redirect-none", status=response.status)
    path = (found.path or "/") + (f"?{found.query}" if found.query else "")
    place = Outgoing(found.scheme, host, port or _PORTS[found.scheme], b"", b"")
    keeps = trusted or _same(outgoing, place)
    as_get = method != b"HEAD" and (response.status == 303 or (response.status in (301, 302) and method == b"POST"))
    line = b" ".join([b"GET" if as_get else method, _sendable(path), version]) + b"\r\n"
    body = outgoing.body if keeps and not as_get else b""
    block = _block(outgoing, place, keeps=keeps, keeps_body=body == outgoing.body and not as_get)
    if outgoing.body and not body and not as_get:
        block += b"Content-Length: 0\r\n"
    return Outgoing(place.scheme, place.host, place.port, line + block + b"\r\n", body)


def _block(outgoing: Outgoing, place: Outgoing, *, keeps: bool, keeps_body: bool) -> bytes:
    """The header lines that go along, with the Host of the new place where the old one stood."""
    block = b""
    for name, line in header_lines(outgoing.head):
        if name == b"host":
            block += line if _place(outgoing) == _place(place) else b"Host: " + _authority(place) + b"\r\n"
        elif (keeps or not _SECRET.search(name)) and (keeps_body or not _OF_BODY.fullmatch(name)):
            block += line
    return block


def _url(outgoing: Outgoing, target: bytes) -> str:
    """Of the request; a target that is no path, as in `OPTIONS *`, leads to the root."""
    path = target.decode("utf-8", "surrogateescape") if target.startswith(b"/") else "/"
    return outgoing.origin + path


def _place(outgoing: Outgoing) -> tuple[str, str, int]:
    return outgoing.scheme, outgoing.host.lower().rstrip("."), outgoing.port


def _same(old: Outgoing, new: Outgoing) -> bool:
    """The same host and port; from http to https on their usual ports is the same host too."""
    upgrade = (old.scheme, old.port, new.scheme, new.port) == ("http", 80, "https", 443)
    return _place(old)[1] == _place(new)[1] and ((old.scheme, old.port) == (new.scheme, new.port) or upgrade)


def _authority(place: Outgoing) -> bytes:
    usual = f":{_PORTS[place.scheme]}"
    return place.origin.removeprefix(f"{place.scheme}://").removesuffix(usual).encode()


def _sendable(path: str) -> bytes:
    """Blanks and controls would end the target early."""
    raw = path.encode("utf-8", "surrogateescape")
    return _UNSENDABLE.sub(lambda byte: b"%%%02X" % byte[0][0], raw)
