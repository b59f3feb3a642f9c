import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.target import Target, target_of, target_uri


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Example.com/a?b=1#c", Target("https", "example.com", "/a", "b=1")),
        ("https://example.com", Target("https", "example.com", "/", None)),
        ("https://example.com?", Target("https", "example.com", "/", "")),
        ("HTTP://example.com:80/", Target("http", "example.com", "/", None)),
        ("http://example.com:8080/a//b", Target("http", "example.com:8080", "/a//b", None)),
        ("https://u:p@[::1]:443/%7e?x=/?y", Target("https", "[::1]", "/%7e", "x=/?y")),
        ("https://example.com:80/", Target("https", "example.com:80", "/", None)),
    ],
)
def test_parts(url, expected) -> None:
    assert target_of(url) == expected


def test_request_target() -> None:
    assert target_of("https://x/a?b").request_target == "/a?b"
    assert target_of("https://x/a?").request_target == "/a?"
    assert target_of("https://x").request_target == "/"


@given(st.text(max_size=40))
def test_any_text_has_parts(url) -> None:
    assert target_of(url).path.startswith("/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com", "https://example.com/"),
        ("https://example.com?a=1", "https://example.com/?a=1"),
        ("https://example.com?", "https://example.com/?"),
        ("https://me:word@Example.com:443/x#part", "https://Example.com:443/x"),
        ("https://example.com/a@b?c=/@d#e#f", "https://example.com/a@b?c=/@d"),
        ("/only/a/path#x", "/only/a/path#x"),
    ],
)
def test_the_target_uri_is_what_a_request_carries(url, expected) -> None:
    assert target_uri(url) == expected


@given(st.text(max_size=40))
def test_a_target_uri_stays_as_it_is(url) -> None:
    assert target_uri(target_uri(url)) == target_uri(url)
