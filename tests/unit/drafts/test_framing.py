import pytest

from webhook_inspector.drafts.framing import named_by_connection, tells_length


def test_connection_names_headers_in_any_case_and_over_several_lines() -> None:
    fields = ((b"Connection", b"close, X-One"), (b"connection", b"x-two"), (b"X-One", b"1"))
    assert named_by_connection(fields) == {b"close", b"x-one", b"x-two"}


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
