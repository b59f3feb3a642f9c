import io
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from tests.unit.formats.records import AWKWARD, RECORDS, read, reason, storable, written
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.formats import lines
from webhook_inspector.formats.http import FORMAT, load

ONE = written(FORMAT, [make_record()])


@given(st.lists(RECORDS, max_size=4))
def test_what_is_written_comes_back(records: list[Record]) -> None:
    assert read(FORMAT, written(FORMAT, records)) == records


def test_a_file_is_what_editors_understand() -> None:
    assert ONE.decode() == (
        "### 2025-11-24T16:00:00.123456789Z 127.0.0.1:50000\n"
        "# received_ns: 1764000000123456789\n"
        '# peer: "127.0.0.1:50000"\n'
        '# scheme: "http"\n'
        '# state: "complete"\n'
        "# body_size: 8\n"
        "# status: 200\n"
        '# reply: "HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n"\n'
        '# bytes: {"head":83,"body":8}\n'
        "POST /stripe?x=1 HTTP/1.1\r\nHost: 127.0.0.1:8787\r\nContent-Type: application/json\r\n\r\n"
        '{"hi":1}\n'
        "\n"
    )


def test_what_is_not_there_is_not_written() -> None:
    capture = make_capture(state=State.CUT, problem=Problem.of("x", y=1), trailers=b"A: 1\r\n\xff")
    content = written(FORMAT, [make_record(capture, status=0, reply=b"")])
    assert b'# problem: {"code":"x","y":1}\n# body_size: 8\n# status: 0\n# trailers_base64: "QTogMQ0K/w=="\n' in content
    assert b"# reply" not in content


def test_without_byte_counts_the_same_file_is_read_as_text() -> None:
    content = b"".join(line for line in ONE.splitlines(keepends=True) if not line.startswith(b"# "))
    found = list(load(io.BytesIO(content), clock=lambda: 5))
    head = make_head(
        headers=(("Host", "127.0.0.1:8787"), ("Content-Type", "application/json"), ("Content-Length", "8"))
    )
    assert found == [make_record(make_capture(head, received_ns=5, peer=""), status=0, reply=b"")]


def test_both_kinds_in_one_file() -> None:
    content = b"@host = x\n\n// a comment\nGET http://a/\n\n" + ONE + b"### last\nhttps://b/\n\n###\n"
    found = list(load(io.BytesIO(content), clock=lambda: 5))
    assert [record.capture.parsed().method for record in found] == ["GET", "POST", "GET"]
    assert found[1] == make_record()
    assert found[2].capture.scheme == "https"


def test_comments_of_a_section_before_are_not_mixed_in() -> None:
    content = b'### one\n# peer: "x"\n# state: "lost"\n' + ONE
    assert read(FORMAT, content) == [make_record()]


def test_a_mark_at_the_start() -> None:
    assert read(FORMAT, b"\xef\xbb\xbf" + ONE) == [make_record()]
    assert read(FORMAT, b"") == []
    assert read(FORMAT, b"\n###\n# nothing\n") == []


def test_records_stream_both_ways() -> None:
    endless = FORMAT.dumps(make_record() for _ in count())
    assert next(endless)
    stream = io.BytesIO(ONE + b"junk")
    loaded = FORMAT.load(stream)
    assert next(loaded) == make_record()
    assert stream.tell() <= len(ONE)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (ONE + b"junk\n", "in the request of lines 15 to 16: “junk” is no http address"),
        (ONE[:-6], "in the request of lines 1 to 13: the file ends after 4 of 8 bytes"),
        (
            ONE.replace(b'"body":8', b'"body":7'),
            "in the request of lines 1 to 14: head and body do not have the sizes of its “# bytes:” line; without that line it is read as text",
        ),
        (ONE.replace(b'"body":8', b'"body":999999999999'), f"in the request of lines 1 to 13: more than {2**30} bytes in one piece"),
        (ONE.replace(b"# status: 200", b"# status: junk"), "in the request of lines 1 to 9: not JSON (Expecting value, column 1)"),
        (ONE.replace(b"# status: 200", b"# status: 1000"), "in the request of lines 1 to 14: status is not a whole number from 0 to 999"),
        (ONE.replace(b"# received_ns", b"# other"), "in the request of lines 1 to 14: received_ns is missing"),
        (b"\xff\n", "in the request of lines 1 to 1: not UTF-8 text"),
    ],
)  # fmt: skip
def test_junk_is_refused_with_its_place(content: bytes, expected: str) -> None:
    assert reason(FORMAT, content) == expected


def test_a_file_with_changed_line_ends_is_refused() -> None:
    assert reason(FORMAT, (ONE * 2).replace(b"\r\n", b"\n"))


def test_an_endless_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_LIMIT", 100)
    assert "longer than 100 bytes" in reason(FORMAT, b"# " + b"a" * 100)


PIECES = st.one_of(
    st.binary(max_size=30),
    AWKWARD,
    st.sampled_from(
        [
            ONE,
            b"### \n",
            b"# received_ns: 1\n",
            b'# problem: {"code":1}\n',
            b'# bytes: {"head":3,"body":2}\n',
            b"POST http://a/ HTTP/1.1\n",
            b"X: 1\n",
            b"\n",
            b"GET /\r\n\r\n",
        ]
    ),
)  # fmt: skip


@given(st.lists(PIECES, max_size=6).map(b"".join))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    if not reason(FORMAT, content):
        records = read(FORMAT, content)
        assert all(map(storable, records))
        again = read(FORMAT, written(FORMAT, records))
        assert [record.capture.head for record in again] == [record.capture.head for record in records]
