from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.core.capture import Capture, State
from webhook_inspector.core.text import visible
from webhook_inspector.ui.raw_text import RawText, copyable, prepare


def raw(capture: Capture) -> RawText:
    return prepare(Shelf(make_record(capture)).loaded())


def test_head_an_empty_line_and_the_body():
    text = raw(make_capture())
    assert text.lines == [
        "POST /stripe?x=1 HTTP/1.1",
        "Host: 127.0.0.1:8787",
        "Content-Type: application/json",
        "",
        '{"hi":1}',
    ]
    assert text.rules == (4,)
    assert text.remarks == ()


def test_the_parts_of_the_head_are_coloured():
    text = raw(make_capture())
    assert text.spans[0] == [(0, 4, "keyword"), (5, 11, "string"), (17, 8, "name")]
    assert text.spans[1] == [(0, 4, "key"), (4, 1, "punctuation")]
    assert len(text.spans) == len(text.lines)


def test_nothing_is_laid_out_or_decoded():
    assert raw(make_capture(body=b'{"a":\n1}')).lines[-2:] == ['{"a":', "1}"]
    packed = make_head(headers=(("Content-Encoding", "gzip"), ("Content-Type", "application/json")))
    assert raw(make_capture(head=packed, body=b"\x1f\x8b\x08\x00\x00")).lines[-1].startswith("00000000  1f 8b 08")


def test_control_characters_are_seen_and_do_nothing():
    text = raw(make_capture(head=make_head(headers=(("X", "a\x1b[31m\xff\x00b"),)), body="\u202eevil\x1b".encode()))
    assert text.lines[1] == r"X: a\x1b[31m\xff\x00b"
    assert text.lines[-1] == r"\u202eevil\x1b"


def test_trailers_come_last():
    text = raw(make_capture(trailers=b"X-Sum: 1\r\n\r\n"))
    assert text.lines[-3:] == ['{"hi":1}', "", "X-Sum: 1"]
    assert text.rules == (4, 6)
    assert text.spans[-1] == [(0, 5, "key"), (5, 1, "punctuation")]


def test_without_body_there_is_no_rule():
    text = raw(make_capture(body=b""))
    assert text.lines[-1] == ""
    assert text.rules == ()


def test_what_is_no_request_is_shown_as_its_bytes():
    text = raw(make_capture(head=b"\x16\x03\x01\x02\x00\x01\xfc", body=b"", state=State.REFUSED))
    assert text.lines[0].startswith("00000000  16 03 01 02")
    assert len(text.lines) == 1
    assert raw(make_capture(head=b"GET / HTTP/9.9\r\n", body=b"", state=State.REFUSED)).lines[0] == "GET / HTTP/9.9"
    assert raw(make_capture(head=b"", body=b"", state=State.REFUSED)).lines == []


def test_a_large_body_is_shown_in_part():
    text = raw(make_capture(body=b"x" * (2**20 + 5)))
    assert [remark.code for remark in text.remarks] == ["body-part-shown"]
    assert max(map(len, text.lines)) <= 2000


def test_copies_the_whole_request_as_text():
    record = make_record(make_capture(body=b"x" * 3000 + b"\xff", trailers=b"T: 1\r\n\r\n"))
    text = copyable(record)
    assert text.startswith("POST /stripe?x=1 HTTP/1.1\nHost: 127.0.0.1:8787\n")
    assert "\n\n" + "x" * 3000 + r"\xffT: 1" in text


@given(st.binary(max_size=300), st.binary(max_size=100), st.sampled_from(list(State)))
def test_no_bytes_are_too_odd(head: bytes, body: bytes, state: State):
    text = raw(make_capture(head=head, body=body, state=state))
    assert len(text.spans) == len(text.lines)
    for line, spans in zip(text.lines, text.spans, strict=True):
        assert visible(line.replace("\t", "")) == line.replace("\t", "")
        assert all(start + length <= len(line) for start, length, _ in spans)
