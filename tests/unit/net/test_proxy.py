import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.proxy import Proxy, proxy_for, to_proxy, with_authorization

HEAD = b"POST /a HTTP/1.1\r\nHost: x\r\n\r\n"


def to(host: str, port: int = 80, scheme: str = "http", head: bytes = HEAD) -> Outgoing:
    return Outgoing(scheme, host, port, head)


def test_the_scheme_chooses_the_variable() -> None:
    environment = {"HTTP_PROXY": "http://one:1", "https_proxy": "two:2", "HTTPS_PROXY": "http://three:3"}
    assert proxy_for(to("example.com"), environment) == Proxy("http://one:1", "HTTP_PROXY")
    assert proxy_for(to("example.com", 443, "https"), environment) == Proxy("http://two:2", "https_proxy")
    assert proxy_for(to("example.com"), {"ALL_PROXY": "https://all"}) == Proxy("https://all:443", "ALL_PROXY")
    assert proxy_for(to("example.com"), {}) is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "app.localhost", "2130706433", "0.0.0.0"])
def test_this_machine_is_never_sought_through_a_proxy(host: str) -> None:
    assert proxy_for(to(host), {"http_proxy": "http://one:1"}) is None


@pytest.mark.parametrize(
    "setting", ["socks5://one:1", "http://", "http://one:99999", "ftp://x", "http://[::1", "http://x:0"]
)
def test_a_setting_that_cannot_be_used_is_a_problem(setting: str) -> None:
    assert proxy_for(to("example.com"), {"http_proxy": setting}) == Problem.of(
        "sending-proxy-setting", name="http_proxy"
    )


def test_a_password_is_taken_out_and_not_shown() -> None:
    proxy = proxy_for(to("example.com"), {"http_proxy": "http://me:p%40ss@one:1"})
    assert isinstance(proxy, Proxy)
    assert (proxy.url, proxy.authorization) == ("http://one:1", "Basic bWU6cEBzcw==")
    assert "bWU6" not in repr(proxy)


@pytest.mark.parametrize(
    ("exceptions", "host", "port", "bypassed"),
    [
        ("*", "example.com", 80, True),
        ("example.com", "api.example.com", 80, True),
        (".example.com", "api.EXAMPLE.com.", 80, True),
        ("*.example.com", "api.example.com", 80, True),
        ("example.com", "badexample.com", 80, False),
        ("other, example.com:8080", "example.com", 8080, True),
        ("example.com:8080", "example.com", 80, False),
        ("10.0.0.0/8", "10.1.2.3", 80, True),
        ("10.0.0.0/8", "11.1.2.3", 80, False),
        ("10.0.0.0/99", "10.1.2.3", 80, False),
        ("10.1.2.3", "10.1.2.3", 80, True),
        ("2606::1", "2606::1", 80, True),
        ("2.3", "10.1.2.3", 80, False),
        (" , ,.", "example.com", 80, False),
    ],
)
def test_exceptions(exceptions: str, host: str, port: int, *, bypassed: bool) -> None:
    environment = {"http_proxy": "http://one:1", "no_proxy": exceptions}
    assert (proxy_for(to(host, port), environment) is None) is bypassed


@given(st.text(), st.text(), st.text())
def test_junk_never_raises(host: str, setting: str, exceptions: str) -> None:
    environment = {"http_proxy": setting, "no_proxy": exceptions}
    found = proxy_for(to(host), environment)
    to_proxy(to(host), found if isinstance(found, Proxy) else Proxy("http://x:1", "http_proxy"))


PROXY = Proxy("http://one:1", "http_proxy", "Basic eA==")


def test_a_proxy_that_forwards_sees_where_to() -> None:
    assert to_proxy(to("example.com"), PROXY) == HEAD.replace(b"/a", b"http://example.com/a")
    assert to_proxy(to("::1", 81), PROXY) == HEAD.replace(b"/a", b"http://[::1]:81/a")
    assert to_proxy(to("müller.de"), PROXY) == HEAD.replace(b"/a", b"http://xn--mller-kva.de/a")


@pytest.mark.parametrize("head", [b"OPTIONS * HTTP/1.1\r\n\r\n", b"GET http://a/b HTTP/1.1\r\n\r\n", b"junk\r\n\r\n"])
def test_other_targets_stay(head: bytes) -> None:
    assert to_proxy(to("example.com", head=head), PROXY) == head


def test_in_a_tunnel_and_without_a_proxy_nothing_changes() -> None:
    assert to_proxy(to("example.com", 443, "https"), PROXY) == HEAD
    assert to_proxy(to("example.com"), None) == HEAD
    assert with_authorization(HEAD, PROXY, "https") == HEAD
    assert with_authorization(HEAD, None, "http") == HEAD


def test_the_proxy_gets_its_password() -> None:
    assert with_authorization(HEAD, PROXY, "http") == HEAD.replace(b"Host", b"Proxy-Authorization: Basic eA==\r\nHost")
