"""Why no connection came about, in words that help: what aiohttp, OpenSSL and the system raise, as problems."""

import socket
import ssl

import aiohttp

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.net.nearness import Nearness, nearness
from webhook_inspector.net.proxy import Proxy
from webhook_inspector.net.wire import reason

_UNTRUSTED = {
    9: "sending-tls-early",
    10: "sending-tls-expired",
    18: "sending-tls-self-signed",
    19: "sending-tls-authority",
    20: "sending-tls-authority",
    21: "sending-tls-authority",
    62: "sending-tls-name",
    64: "sending-tls-name",
}
"""By the number of OpenSSL's X509_V_ERR."""

_TLS = {
    "WRONG_VERSION_NUMBER": "sending-tls-none",
    "PACKET_LENGTH_TOO_LONG": "sending-tls-none",
    "RECORD_LAYER_FAILURE": "sending-tls-none",
    "HTTP_REQUEST": "sending-tls-none",
    "UNEXPECTED_MESSAGE": "sending-tls-none",
    "BAD_RECORD_TYPE": "sending-tls-none",
    "UNSUPPORTED_PROTOCOL": "sending-tls-version",
    "TLSV1_ALERT_PROTOCOL_VERSION": "sending-tls-version",
    "NO_PROTOCOLS_AVAILABLE": "sending-tls-version",
    "UNEXPECTED_EOF_WHILE_READING": "sending-tls-closed",
}
"""By OpenSSL's reason."""


def problem_of(error: BaseException, outgoing: Outgoing, proxy: Proxy | None, *, in_tls: bool) -> Problem:
    """`in_tls`: whether TLS was being set up when it happened."""
    if isinstance(error, aiohttp.ClientHttpProxyError) and proxy is not None:
        return Problem.of(
            "sending-proxy-refused",
            proxy=proxy.url,
            origin=visible(outgoing.origin),
            status=error.status,
            name=proxy.name,
        )
    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    if isinstance(cause, ssl.SSLError):
        return _of_tls(cause, outgoing)
    if in_tls:
        return Problem.of("sending-tls-closed", origin=visible(outgoing.origin))
    if proxy is not None:
        return Problem.of("sending-proxy-unreachable", proxy=proxy.url, reason=reason(cause), name=proxy.name)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return _of_name(cause, outgoing.host)
    if isinstance(cause, ConnectionRefusedError):
        here = nearness(outgoing.host) is Nearness.LOCAL
        code = "sending-refused-here" if here else "sending-refused"
        return Problem.of(code, origin=visible(outgoing.origin), port=outgoing.port)
    return Problem.of("sending-unreachable", origin=visible(outgoing.origin), reason=reason(cause))


def _of_tls(error: ssl.SSLError, outgoing: Outgoing) -> Problem:
    origin = visible(outgoing.origin)
    if isinstance(error, ssl.SSLCertVerificationError):
        code = _UNTRUSTED.get(error.verify_code, "sending-tls-other")
        return Problem.of(code, origin=origin, reason=visible(error.verify_message))
    return Problem.of(_TLS.get(error.reason or "", "sending-tls-other"), origin=origin, reason=_words(error))


def _words(error: ssl.SSLError) -> str:
    return visible((error.reason or "").replace("_", " ").lower() or reason(error))


def _of_name(error: BaseException, host: str) -> Problem:
    nobody = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    if isinstance(error, socket.gaierror) and error.errno in nobody:
        return Problem.of("sending-name-unknown", host=visible(host))
    return Problem.of("sending-name-unanswered", host=visible(host), reason=reason(error))
