from typing import Any

import pytest

from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.har_foreign import object_of, record_of_entry, request_content


def entry(request: dict[str, Any] | None = None, **members: Any) -> dict[str, Any]:
    whole = {"method": "POST", "url": "https://a.example/b?c=1", "httpVersion": "h2", "headers": [], **(request or {})}
    return {"startedDateTime": "2025-11-24T17:00:00.123+01:00", "time": 5, "request": whole, **members}


def pairs(*fields: tuple[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in fields]


def test_as_chrome_writes_it() -> None:
    record = record_of_entry(
        entry(
            {
                "headers": pairs(
                    (":authority", "a.example"),
                    (":method", "POST"),
                    ("content-length", "8"),
                    ("content-type", "application/json"),
                ),
                "queryString": pairs(("c", "1")),
                "cookies": [],
                "headersSize": -1,
                "bodySize": 8,
                "postData": {"mimeType": "application/json", "text": '{"hi":1}'},
            },
            response={
                "status": 200,
                "statusText": "",
                "httpVersion": "h2",
                "headers": pairs(("content-encoding", "br"), ("set-cookie", "a=1\nb=2"), ("content-length", "3")),
                "content": {"size": 5, "mimeType": "text/plain", "text": "hello"},
                "_transferSize": 9,
            },
            _initiator={"type": "script"},
        )
    )
    assert record.capture.received_ns == 1_764_000_000_123_000_000
    assert record.capture.scheme == "https"
    assert record.capture.peer == ""
    assert record.capture.head == (
        b"POST /b?c=1 HTTP/1.1\r\nHost: a.example\r\nContent-Length: 8\r\ncontent-type: application/json\r\n\r\n"
    )
    assert record.capture.body == b'{"hi":1}'
    assert (record.capture.state, record.capture.problem, record.capture.body_size) == (State.COMPLETE, None, 8)
    assert record.status == 200
    assert record.reply == b"HTTP/1.1 200 \r\nset-cookie: a=1\r\nset-cookie: b=2\r\nContent-Length: 5\r\n\r\nhello"


def test_as_http_toolkit_writes_a_binary_body() -> None:
    request = {
        "headers": pairs(("Content-Encoding", "gzip"), ("X", "1")),
        "bodySize": 99,
        "_requestBodyStatus": "discarded:not-representable",
        "_content": {"text": "//4=", "size": 2, "encoding": "base64"},
    }
    capture = record_of_entry(entry(request)).capture
    assert capture.body == b"\xff\xfe"
    assert capture.head == b"POST /b?c=1 HTTP/1.1\r\nHost: a.example\r\nX: 1\r\nContent-Length: 2\r\n\r\n"
    assert capture.body_size == 2


def test_as_mitmproxy_writes_it() -> None:
    request = {
        "url": "http://a.example:8/b",
        "httpVersion": "HTTP/1.1",
        "headers": pairs(("Host", "a.example:8"), ("Content-Type", "x")),
        "bodySize": 2,
        "postData": {"mimeType": "x", "text": "é", "params": []},
    }
    empty = {"status": 0, "statusText": "", "content": {}, "headers": [], "_error": None}
    record = record_of_entry(entry(request, response=empty, startedDateTime="2025-11-24T16:00:00.123456+00:00"))
    assert record.capture.received_ns == 1_764_000_000_123_456_000
    assert (
        record.capture.head == b"POST /b HTTP/1.1\r\nHost: a.example:8\r\nContent-Type: x\r\nContent-Length: 2\r\n\r\n"
    )
    assert record.capture.body == "é".encode()
    assert (record.status, record.reply) == (0, b"")


def test_nulls_are_as_if_not_there() -> None:
    request = {
        "postData": {"mimeType": None, "text": "a"},
        "bodySize": None,
        "httpVersion": None,
        "headers": None,
        "_content": None,
    }
    response = {"status": 204, "statusText": None, "headers": [{"name": "X", "value": None}], "content": None}
    record = record_of_entry(entry(request, response=response))
    assert record.capture.body == b"a"
    assert record.reply == b"HTTP/1.1 204 \r\nX: \r\n\r\n"


def test_bodies_with_their_coding_still_on_keep_its_header() -> None:
    request = {
        "headers": pairs(("Content-Encoding", "gzip")),
        "bodySize": 2,
        "postData": {"text": "H4s=\n", "encoding": "base64"},
    }
    capture = record_of_entry(entry(request)).capture
    assert capture.body == b"\x1f\x8b"
    assert b"Content-Encoding: gzip\r\n" in capture.head


def test_forms_that_are_only_parameters() -> None:
    post = {"mimeType": "application/x-www-form-urlencoded; charset=utf-8", "params": pairs(("a b", "1&2"), ("é", ""))}
    assert request_content({"postData": post}).body == b"a+b=1%262&%C3%A9="
    assert request_content({"postData": {**post, "text": "a=1"}}).body == b"a=1"
    assert request_content({"postData": {"mimeType": "multipart/form-data", "params": []}}).body is None
    assert request_content({}).body is None


def test_a_body_that_the_file_leaves_out_is_told() -> None:
    capture = record_of_entry(entry({"bodySize": 5000, "headers": pairs(("Content-Length", "5000"))})).capture
    assert (capture.state, capture.body, capture.body_size) == (State.CUT, b"", 5000)
    assert capture.problem == Problem.of("body-not-in-file", announced=5000)
    assert b"Content-Length: 5000\r\n" in capture.head


@pytest.mark.parametrize("size", [True, 2.5, "9", -1, 10**30, None])
def test_sizes_that_mean_nothing(size: object) -> None:
    assert record_of_entry(entry({"bodySize": size})).capture.body_size == 0


def test_a_reply_without_its_body_keeps_its_headers() -> None:
    response = {
        "status": 200,
        "statusText": "OK",
        "headers": pairs(("Content-Length", "9"), ("Content-Encoding", "br")),
    }
    assert record_of_entry(entry(response=response)).reply == (
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Encoding: br\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"request": None}, "method is missing"),
        ({"request": []}, "request is not a JSON object"),
        ({"startedDateTime": None}, "startedDateTime is not text"),
        ({"startedDateTime": "soon"}, "not a date and time"),
        (entry({"method": 1}), "method is not text"),
        (entry({"method": "A B"}), "“A B” is no method"),
        (entry({"url": "data:text/plain,x"}), "“data:text/plain,x” is no http address"),
        (entry({"headers": {}}), "headers is not a list"),
        (entry({"headers": [1]}), "headers is not a JSON object"),
        (entry({"headers": [{"value": "1"}]}), "name is missing"),
        (entry({"headers": [{"name": "X", "value": 1}]}), "value is not text"),
        (entry({"headers": pairs(("X", "1\r\nY: 2"))}), "the header X holds a line break or another control character"),
        (entry({"headers": pairs(("X: 1\r\nY", "2"))}), "“X: 1\\r\\nY” is no header name"),
        (entry({"postData": "x"}), "postData is not a JSON object"),
        (entry({"postData": {"text": 1}}), "text is not text"),
        (entry({"postData": {"text": "\ud800"}}), "text holds half a character (a lone surrogate)"),
        (entry({"_content": {"text": "?", "encoding": "base64"}}), "text is not base64"),
        (
            entry({"postData": {"mimeType": "application/x-www-form-urlencoded", "params": pairs(("\ud800", ""))}}),
            "params holds half a character (a lone surrogate)",
        ),
        (entry(response={"status": 200, "statusText": "OK\r\n"}), "the status text holds a line break or another control character"),
        (entry(response={"status": 200, "headers": pairs(("X", "1\r\nY: 2"))}), "the header X holds a line break or another control character"),
        (entry(response=[1]), "response is not a JSON object"),
    ],
)  # fmt: skip
def test_junk_is_a_misfit(changed: dict[str, Any], reason: str) -> None:
    with pytest.raises(MisfitError) as raised:
        record_of_entry({**entry(), **changed})
    assert str(raised.value) == reason


@pytest.mark.parametrize("status", [None, "200", 99, 1000, -1, 10**30])
def test_a_status_that_is_none_is_no_reply(status: object) -> None:
    record = record_of_entry(entry(response={"status": status, "headers": []}))
    assert (record.status, record.reply) == (0, b"")


def test_objects() -> None:
    assert object_of({"a": {"b": None, "c": 1}}, "a") == {"c": 1}
    assert object_of({"a": None}, "a") == object_of({}, "a") == {}
    with pytest.raises(MisfitError, match="a is not a JSON object"):
        object_of({"a": 1}, "a")
