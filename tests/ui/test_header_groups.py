from tests.makers import make_capture, make_head, make_record
from webhook_inspector.ui.header_groups import groups, line


def test_the_order_the_case_and_duplicates_are_kept():
    head = make_head(headers=(("X-b", "1"), ("x-B", "2"), ("Host", "h"), ("X-b", "1")))
    [request, *_] = groups(make_record(make_capture(head=head)))
    assert [line(field) for field in request.fields] == ["X-b: 1", "x-B: 2", "Host: h", "X-b: 1"]
    assert request.title == "The request (4)"


def test_our_reply_comes_last():
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX: a: b\r\n\r\nA: body"
    found = groups(make_record(reply=reply))
    assert found[-1].title == "We answered (2)"
    assert found[-1].fields == ((b"Content-Length", b"2"), (b"X", b"a: b"))


def test_trailers_are_a_group_of_their_own():
    found = groups(make_record(make_capture(trailers=b"X-Sum: 1\r\n\r\n"), reply=b""))
    assert [group.title for group in found] == ["The request (2)", "Trailers (1)"]


def test_without_headers_there_is_one_empty_group():
    [request] = groups(make_record(make_capture(head=b"\x16\x03\x01"), reply=b""))
    assert request.title == "The request (0)"


def test_bytes_that_are_not_utf_8_are_shown_as_such():
    assert line((b"X-\xff", b"caf\xe9 \xc3\xa9 \x1b")) == r"X-\xff: caf\xe9 é \x1b"
