import asyncio
import errno
import socket
import ssl

import aiohttp
import pytest
from yarl import URL

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net.failure import problem_of
from webhook_inspector.net.proxy import Proxy

HERE = Outgoing("http", "localhost", 3000, b"")
THERE = Outgoing("https", "example.com", 443, b"")
PROXY = Proxy("http://proxy:3128", "https_proxy", "Basic eA==")


def untrusted(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "no")
    error.verify_code, error.verify_message = code, "some words"
    return error


def tls(why: str) -> ssl.SSLError:
    error = ssl.SSLError(1, f"[SSL: {why}] (_ssl.c:1000)")
    error.reason = why
    return error


@pytest.mark.parametrize(
    ("error", "outgoing", "code"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), HERE, "sending-refused-here"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), THERE, "sending-refused"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), THERE, "sending-unreachable"),
        (untrusted(18), THERE, "sending-tls-self-signed"),
        (untrusted(10), THERE, "sending-tls-expired"),
        (untrusted(9), THERE, "sending-tls-early"),
        (untrusted(62), THERE, "sending-tls-name"),
        (untrusted(20), THERE, "sending-tls-authority"),
        (untrusted(99), THERE, "sending-tls-other"),
        (tls("WRONG_VERSION_NUMBER"), THERE, "sending-tls-none"),
        (tls("TLSV1_ALERT_PROTOCOL_VERSION"), THERE, "sending-tls-version"),
        (tls("SSLV3_ALERT_HANDSHAKE_FAILURE"), THERE, "sending-tls-other"),
    ],
)
def test_what_the_system_says(error: OSError, outgoing: Outgoing, code: str) -> None:
    problem = problem_of(error, outgoing, None, in_tls=False)
    assert problem.code == code
    assert "{" not in sentence(problem)


def test_a_handshake_that_is_broken_off() -> None:
    error = ConnectionResetError(errno.ECONNRESET, "reset")
    assert problem_of(error, THERE, None, in_tls=True).code == "sending-tls-closed"


@pytest.mark.parametrize(
    ("number", "code"), [(socket.EAI_NONAME, "sending-name-unknown"), (socket.EAI_AGAIN, "sending-name-unanswered")]
)
async def test_names(number: int, code: str) -> None:
    key = aiohttp.ClientRequest("GET", URL("http://x"), loop=asyncio.get_running_loop()).connection_key
    error = aiohttp.ClientConnectorDNSError(key, socket.gaierror(number, "why not"))
    assert problem_of(error, THERE, None, in_tls=False).code == code


def test_a_proxy_is_to_blame_before_the_target() -> None:
    error = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
    problem = problem_of(error, THERE, PROXY, in_tls=False)
    assert problem == Problem.of(
        "sending-proxy-unreachable", proxy="http://proxy:3128", reason="Connection refused", name="https_proxy"
    )


def test_words_of_openssl_are_made_fit_to_read() -> None:
    problem = problem_of(tls("SSLV3_ALERT_HANDSHAKE_FAILURE"), THERE, None, in_tls=True)
    assert dict(problem.particulars)["reason"] == "sslv3 alert handshake failure"
