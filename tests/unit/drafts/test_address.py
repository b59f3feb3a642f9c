import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.address import address_of


def code(url: str) -> str:
    with pytest.raises(KnownError) as caught:
        address_of(url)
    assert "{" not in sentence(caught.value.problem).replace("{{host}}", "")
    return caught.value.problem.code


@pytest.mark.parametrize(
    ("url", "scheme", "host", "port", "authority", "target"),
    [
        ("http://localhost:3000/a?b=%2F&c", "http", "localhost", 3000, "localhost:3000", "/a?b=%2F&c"),
        ("HTTPS://Example.com", "https", "Example.com", 443, "Example.com", "/"),
        ("http://example.com:80?x", "http", "example.com", 80, "example.com", "/?x"),
        ("https://example.com:80/", "https", "example.com", 80, "example.com:80", "/"),
        ("http://[::1]:8080/a//b/../c", "http", "::1", 8080, "[::1]:8080", "/a//b/../c"),
        ("http://a_b.internal:/é", "http", "a_b.internal", 80, "a_b.internal", "/é"),
        ("http://bücher.example/", "http", "xn--bcher-kva.example", 80, "xn--bcher-kva.example", "/"),
    ],
)
def test_the_parts_of_an_address(url, scheme, host, port, authority, target) -> None:
    found = address_of(url)
    assert (found.scheme, found.host, found.port) == (scheme, host, port)
    assert (found.authority, found.target) == (authority, target)
    assert found.origin == f"{scheme}://{authority}"


def test_a_fragment_is_told_and_not_part_of_the_target() -> None:
    assert address_of("http://a/b#c").target == "/b"
    assert address_of("http://a/b#c").fragment
    assert not address_of("http://a/b").fragment


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "draft-url-incomplete"),
        ("localhost:3000/a", "draft-url-incomplete"),
        ("http:///a", "draft-url-incomplete"),
        ("file://localhost/etc/passwd", "draft-url-scheme"),
        ("http://user:secret@localhost/", "draft-url-user"),
        ("http://localhost:0/", "draft-url-host"),
        ("http://localhost:65536/", "draft-url-host"),
        ("http://localhost:99999999/", "draft-url-host"),
        ("http://a:b:c/", "draft-url-host"),
        ("http://[::1/", "draft-url-host"),
        ("http://{{host}}/", "draft-url-host"),
        ("http://a\r\nX: 1/", "draft-url-blank"),
        ("http://a/b c", "draft-url-blank"),
        ("http://a/b\x00", "draft-url-blank"),
        ("http://" + "é" * 300 + "/", "draft-url-host"),
    ],
)
def test_what_is_wrong_is_told(url, expected) -> None:
    assert code(url) == expected


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(KnownError) as caught:
        address_of("http://user:hunter2@localhost/")
    assert "hunter2" not in sentence(caught.value.problem)


@given(st.text(max_size=30) | st.text("htps:/[]@#?. 1a\n", max_size=30).map(lambda text: "http://" + text))
def test_any_text_is_an_address_or_a_known_error(text) -> None:
    try:
        found = address_of(text)
    except KnownError:
        return
    assert not set(found.authority + found.target) & set("\r\n \x00#")
