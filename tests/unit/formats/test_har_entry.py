import re

import pytest
from hypothesis import given

from tests.makers import make_capture, make_head, make_record
from tests.unit.formats.records import RECORDS
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.formats.har_entry import OURS, entry_of
from webhook_inspector.formats.members import to_json

REQUIRED: dict[str, dict[str, type | tuple[type, ...]]] = {
    "entry": {
        "startedDateTime": str,
        "time": (int, float),
        "request": dict,
        "response": dict,
        "cache": dict,
        "timings": dict,
    },
    "request": {
        "method": str,
        "url": str,
        "httpVersion": str,
        "cookies": list,
        "headers": list,
        "queryString": list,
        "headersSize": int,
        "bodySize": int,
    },
    "response": {
        "status": int,
        "statusText": str,
        "httpVersion": str,
        "cookies": list,
        "headers": list,
        "content": dict,
        "redirectURL": str,
        "headersSize": int,
        "bodySize": int,
    },
    "content": {"size": int, "mimeType": str},
    "timings": {"send": (int, float), "wait": (int, float), "receive": (int, float)},
    "postData": {"mimeType": str, "text": str},
}
"""The members that HAR 1.2 requires of each object, and their types."""

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
URL = re.compile(
    r"https?://[A-Za-z0-9\-._~%:\[\]!$&'()*+,;=@]+(?:/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?\[\]]|%[0-9A-Fa-f]{2})*)?"
)


def has_required(kind: str, found: object) -> None:
    assert isinstance(found, dict)
    for name, types in REQUIRED[kind].items():
        assert isinstance(found[name], types), name


def check(entry: dict) -> None:  # type: ignore[type-arg]
    has_required("entry", entry)
    has_required("request", entry["request"])
    has_required("response", entry["response"])
    has_required("content", entry["response"]["content"])
    has_required("timings", entry["timings"])
    assert DATE.fullmatch(entry["startedDateTime"])
    assert min(entry["time"], *(entry["timings"][name] for name in REQUIRED["timings"])) >= 0
    for pairs in (entry["request"]["headers"], entry["request"]["queryString"], entry["response"]["headers"]):
        assert all({*map(type, pair.values())} == {str} and {*pair} == {"name", "value"} for pair in pairs)
    if "postData" in entry["request"]:
        has_required("postData", entry["request"]["postData"])


@given(RECORDS)
def test_every_entry_has_what_har_requires(record: Record) -> None:
    entry = entry_of(record)
    check(entry)
    to_json(entry).encode()


def test_a_request() -> None:
    head = make_head(
        target="/a?b=1&b=&c=%20é", headers=(("Host", "x:1"), ("X-A", "1"), ("x-a", "é"), ("Content-Type", "text/a"))
    )
    request = entry_of(make_record(make_capture(head, b'{"hi":1}')))["request"]
    assert request == {
        "method": "POST",
        "url": "http://x:1/a?b=1&b=&c=%20%E9",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [
            {"name": "Host", "value": "x:1"},
            {"name": "X-A", "value": "1"},
            {"name": "x-a", "value": "é"},
            {"name": "Content-Type", "value": "text/a"},
        ],
        "queryString": [{"name": "b", "value": "1"}, {"name": "b", "value": ""}, {"name": "c", "value": " é"}],
        "headersSize": len(head),
        "bodySize": 8,
        "postData": {"mimeType": "text/a", "text": '{"hi":1}'},
    }


def test_a_body_that_is_no_text_is_where_http_toolkit_puts_it() -> None:
    request = entry_of(make_record(make_capture(body=b"\xff\xfe")))["request"]
    assert request["_content"] == {"text": "//4=", "size": 2, "encoding": "base64"}
    assert request["_requestBodyStatus"] == "discarded:not-representable"
    assert "postData" not in request


def test_without_a_body_there_is_none() -> None:
    assert not {"postData", "_content"} & entry_of(make_record(make_capture(body=b"")))["request"].keys()


def test_a_reply() -> None:
    reply = b"HTTP/1.1 302 Moved here\r\nLocation: /x\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi"
    assert entry_of(make_record(status=302, reply=reply))["response"] == {
        "status": 302,
        "statusText": "Moved here",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [
            {"name": "Location", "value": "/x"},
            {"name": "Content-Type", "value": "text/plain"},
            {"name": "Content-Length", "value": "2"},
        ],
        "content": {"size": 2, "mimeType": "text/plain", "text": "hi"},
        "redirectURL": "/x",
        "headersSize": len(reply) - 2,
        "bodySize": 2,
    }


def test_a_reply_that_was_not_sent_or_is_no_text() -> None:
    missing = entry_of(make_record(status=0, reply=b""))["response"]
    assert (missing["status"], missing["headersSize"], missing["bodySize"]) == (0, -1, -1)
    content = entry_of(make_record(reply=b"HTTP/1.1 200 OK\r\n\r\n\xff"))["response"]["content"]
    assert content == {"size": 1, "mimeType": "application/octet-stream", "text": "/w==", "encoding": "base64"}


def test_what_went_wrong_is_the_comment() -> None:
    capture = make_capture(state=State.INCOMPLETE, problem=Problem.of("hung-up-in-body", received=8, announced=9))
    assert entry_of(make_record(capture))["comment"] == "The sender hung up after 8 of 9 body bytes."


def test_our_member_has_all_but_the_body_and_as_text_so_that_other_tools_can_clean_it() -> None:
    ours = entry_of(make_record(number=5))[OURS]
    assert ours["head"].startswith("POST /stripe")
    assert ours["received_ns"] % 1000 == 789
    assert not {"body", "body_base64", "id"} & ours.keys()


@pytest.mark.parametrize(
    ("target", "host", "url"),
    [
        (b"//a/../b", b"x", "http://x//a/../b"),
        (b"http://other/a", b"x", "http://other/a"),
        (b"*", b"x", "http://x/*"),
        (b"a:443", b"a:443", "http://a:443/a:443"),
        (b"/%zz%2f%", b"x", "http://x/%25zz%2f%25"),
        (b'/\xc3\xa9\xff"<>|\\^`{}#', b"x", "http://x/%C3%A9%FF%22%3C%3E%7C%5C%5E%60%7B%7D%23"),
        (b"/a", None, "http://localhost/a"),
        (b"/a", b"[::1]:80", "http://[::1]:80/a"),
        (b"/a", b"x/y?z#<b>", "http://x%2Fy%3Fz%23%3Cb%3E/a"),
    ],
)
def test_addresses_are_valid(target: bytes, host: bytes | None, url: str) -> None:
    head = b"GET " + target + b" HTTP/1.1\r\n" + (b"Host: " + host + b"\r\n" if host else b"") + b"\r\n"
    found = entry_of(make_record(make_capture(head)))["request"]["url"]
    assert found == url
    assert URL.fullmatch(found)
