import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.delivery import Response
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.redirect import redirected

HEAD = (
    b"POST /a/b?c HTTP/1.1\r\nhOST: example.com\r\nX-A:  1\r\nAuthorization: Bearer s\r\nX-a: 2\r\nCookie: c\r\n"
    b"X-Hub-Signature-256: sha256=0\r\nStripe-Signature: t=1\r\nwebhook-id: 1\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n"
)
SENT = Outgoing("http", "example.com", 80, HEAD, b"hi")


def response(status: int, location: bytes) -> Response:
    return Response(status, b"HTTP/1.1 %d x\r\nLocation: %b\r\n\r\n" % (status, location))


def followed(status: int, location: bytes, sent: Outgoing = SENT, *, trusted: bool = False) -> Outgoing:
    found = redirected(sent, response(status, location), trusted=trusted)
    assert isinstance(found, Outgoing)
    return found


@pytest.mark.parametrize("status", [307, 308])
def test_on_the_same_host_all_goes_along(status: int) -> None:
    found = followed(status, b"/new?x")
    assert found == Outgoing("http", "example.com", 80, HEAD.replace(b"/a/b?c", b"/new?x"), b"hi")


@pytest.mark.parametrize(
    ("location", "target"), [(b"c", b"/a/c"), (b"?q", b"/a/b?q"), (b"../x", b"/x"), (b"//example.com/y", b"/y")]
)
def test_a_relative_location(location: bytes, target: bytes) -> None:
    assert followed(307, location).head.split()[1] == target


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_post_becomes_a_get_without_body(status: int) -> None:
    found = followed(status, b"/new")
    assert found.body == b""
    assert found.head.startswith(b"GET /new HTTP/1.1\r\n")
    assert b"Content-" not in found.head
    assert b"Authorization: Bearer s\r\n" in found.head


@pytest.mark.parametrize(
    ("method", "status", "then"), [(b"PUT", 302, b"PUT"), (b"PUT", 303, b"GET"), (b"HEAD", 303, b"HEAD")]
)
def test_other_methods(method: bytes, status: int, then: bytes) -> None:
    sent = Outgoing("http", "example.com", 80, HEAD.replace(b"POST", method), b"hi")
    assert followed(status, b"/new", sent).head.split()[0] == then


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (b"http://evil.test/x", ("http", "evil.test", 80)),
        (b"//evil.test:81/x", ("http", "evil.test", 81)),
        (b"http://example.com:8080/x", ("http", "example.com", 8080)),
        (b"http://me:pw@evil.test/x", ("http", "evil.test", 80)),
    ],
)
def test_another_host_gets_neither_body_nor_secrets(location: bytes, place: tuple[str, str, int]) -> None:
    found = followed(307, location)
    assert (found.scheme, found.host, found.port) == place
    authority = f"{place[1]}:{place[2]}".removesuffix(":80").encode()
    assert found.head == (
        b"POST /x HTTP/1.1\r\nHost: " + authority + b"\r\nX-A:  1\r\nX-a: 2\r\nContent-Length: 0\r\n\r\n"
    )
    assert found.body == b""


def test_a_trusted_host_gets_all() -> None:
    found = followed(308, b"https://other.test/x", trusted=True)
    head = HEAD.replace(b"/a/b?c", b"/x").replace(b"hOST: example.com", b"Host: other.test")
    assert found == Outgoing("https", "other.test", 443, head, b"hi")


def test_from_http_to_https_is_the_same_host() -> None:
    found = followed(308, b"https://EXAMPLE.com/x")
    assert (found.scheme, found.port, found.body) == ("https", 443, b"hi")
    assert b"Bearer s" in found.head


def test_from_https_to_http_is_not() -> None:
    assert (
        b"Bearer s"
        not in followed(308, b"http://example.com/", Outgoing("https", "example.com", 443, HEAD, b"hi")).head
    )


@pytest.mark.parametrize("location", [b"file:///etc/passwd", b"ftp://x/", b"javascript:alert(1)", b"data:,x"])
def test_other_schemes_are_refused(location: bytes) -> None:
    found = redirected(SENT, response(302, location))
    assert found == Problem.of("sending-redirect-scheme", location=location.decode())


@pytest.mark.parametrize(
    "answered",
    [
        response(200, b"/x"),
        response(304, b"/x"),
        Response(302, b"HTTP/1.1 302 x\r\n\r\n"),
        response(302, b"https://"),
        response(302, b"http://a:x/"),
    ],
)
def test_what_leads_nowhere(answered: Response) -> None:
    assert redirected(SENT, answered) == Problem.of("sending-redirect-none", status=answered.status)


def test_bytes_of_a_location_cannot_end_the_request_line() -> None:
    assert followed(307, b"/a b\xff\x01").head.startswith(b"POST /a%20b\xff%01 HTTP/1.1\r\n")


@given(st.binary(), st.binary(), st.sampled_from([301, 302, 303, 307, 308]))
def test_junk_never_raises(head: bytes, location: bytes, status: int) -> None:
    found = redirected(Outgoing("http", "example.com", 80, head, b"x"), response(status, location))
    assert isinstance(found, Problem) or found.scheme in ("http", "https")
    found = redirected(SENT, response(status, location))
    if isinstance(found, Outgoing):
        assert found.head.partition(b"\r\n")[0].count(b" ") == 2
