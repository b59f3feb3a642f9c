import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.pasted import draft_of_http, draft_of_text
from webhook_inspector.drafts.prepare import prepare

TEXT = """### mine
POST https://example.com:8443/stripe?x={{y}}
Content-Type: application/json
X-A: 1

{"hi":1}

### another
GET http://other/
"""


def test_a_request_as_text() -> None:
    draft = draft_of_text(TEXT)
    assert (draft.method, draft.url, draft.body) == ("POST", "https://example.com:8443/stripe?x={{y}}", b'{"hi":1}')
    assert (b"X-A", b"1") in draft.ticked()
    found = prepare(draft)
    assert found.outgoing is not None
    assert found.outgoing.origin == "https://example.com:8443"
    assert found.outgoing.head.count(b"Content-Length: 8\r\n") == 1


def test_a_path_with_a_host() -> None:
    draft = draft_of_http("PUT /a HTTP/1.1\nHost: localhost:3000\n\nbody")
    assert (draft.method, draft.url, draft.body) == ("PUT", "http://localhost:3000/a", b"body")


def test_a_command() -> None:
    assert draft_of_text("curl http://a/b").url == "http://a/b"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "pasted-no-request"),
        ("# only a comment", "pasted-no-request"),
        ("GET /a", "pasted-no-host"),
        ("GET ftp://a/", "file-format"),
        ("POST http://a/\n\n< ./secret.json", "file-format"),
        ("hello world and more", "file-format"),
    ],
)
def test_what_stands_in_the_way_is_told(text, code) -> None:
    with pytest.raises(KnownError) as caught:
        draft_of_text(text)
    assert caught.value.problem.code == code


@given(st.text(max_size=60) | st.text("GET /a:htp\n#{}<@ ", max_size=60))
def test_any_text_is_a_draft_or_a_known_error(text) -> None:
    try:
        draft = draft_of_text(text)
    except KnownError as error:
        assert sentence(error.problem)  # noqa: PT017 (junk may also be a request)
        return
    assert draft.method
