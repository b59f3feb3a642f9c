import pytest

from tests.makers import make_capture, make_head
from webhook_inspector.signatures.captured import request_of


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("/a?x=%20", "http://127.0.0.1:8787/a?x=%20"),
        ("//a", "http://127.0.0.1:8787//a"),
        ("https://public.example/a", "https://public.example/a"),
    ],
)
def test_the_address(target: str, url: str) -> None:
    request = request_of(make_capture(make_head(target=target), b"body"))
    assert (request.method, request.url, request.body) == ("POST", url, b"body")
    assert request.fields[0] == (b"Host", b"127.0.0.1:8787")


def test_without_a_host() -> None:
    assert request_of(make_capture(b"GET /a HTTP/1.0\r\n\r\n", b"")).url == "http://localhost/a"
