import pytest

from webhook_inspector.drafts.framing import tells_length


@pytest.mark.parametrize(
    ("method", "fields", "body", "expected"),
    [
        ("GET", (), b"", False),
        ("DELETE", (), b"", False),
        ("POST", (), b"", True),
        ("GET", (), b"x", True),
        ("GET", ((b"Content-length", b"0"),), b"", True),
        ("GET", ((b"transfer-encoding", b"chunked"),), b"", True),
    ],
)
def test_which_requests_tell_a_length(method, fields, body, expected) -> None:
    assert tells_length(method, fields, body) is expected
