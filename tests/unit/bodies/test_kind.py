import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.kind import Kind, KindName, Reason, kind_of, read
from webhook_inspector.core.sentences import sentence


def wrong_of(kind: Kind) -> str | None:
    """What is told of how it differs from its declaration."""
    return sentence(kind.fault) if kind.fault else None


TYPES = (
    st.sampled_from(
        [
            "",
            "application/json",
            "text/plain; charset=klingon",
            "application/xml; charset=utf-16",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "image/png",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
        ]
    )
    | st.text()
)


@given(st.binary() | st.text().map(str.encode), TYPES, st.booleans())
def test_never_raises(content, content_type, whole) -> None:
    reading = read(content, content_type, whole=whole)
    assert bool(reading.kind.charset) or not reading.text
    reading.text.encode()


@pytest.mark.parametrize(
    ("content", "content_type", "name", "reason"),
    [
        (b"", "application/json", "empty", Reason.EMPTY),
        (b'{"a":1}', "application/json", "json", Reason.DECLARED),
        (b"1", "text/json", "json", Reason.DECLARED),
        (b"[]", "application/cloudevents-batch+json; charset=utf-8", "json", Reason.DECLARED),
        (b'{"a":1}', "", "json", Reason.SNIFFED),
        (b' \n[1, "a"]', "text/plain; charset=UTF-8", "json", Reason.SNIFFED),
        (b'{"a":1}', "application/octet-stream", "json", Reason.SNIFFED),
        (b'{"a":1}\n{"a":2}\n', "application/x-ndjson", "ndjson", Reason.DECLARED),
        (b"12", "", "text", Reason.SNIFFED),
        (b"{not json}", "", "text", Reason.SNIFFED),
        (b"<a/>", "application/soap+xml", "xml", Reason.DECLARED),
        (b"<a/>", "", "xml", Reason.SNIFFED),
        (b"<svg/>", "image/svg+xml", "xml", Reason.DECLARED),
        (b"<!doctype html>", "text/html", "html", Reason.DECLARED),
        (b"<!doctype html>", "", "html", Reason.SNIFFED),
        (b"a=b", "application/x-www-form-urlencoded", "form", Reason.DECLARED),
        (b"a=b&c=d", "", "form", Reason.SNIFFED),
        (b"a=b&c=d", "text/plain", "text", Reason.DECLARED),
        (b"--x--", "multipart/form-data; boundary=x", "multipart", Reason.DECLARED),
        (b"f()", "text/javascript", "javascript", Reason.DECLARED),
        (b"{}", "text/css", "css", Reason.DECLARED),
        (b"{}", "application/yaml", "yaml", Reason.DECLARED),
        (b"hello", "text/plain", "text", Reason.DECLARED),
        (b"hello", "", "text", Reason.SNIFFED),
        (b"hello", "application/vnd.unheard-of", "text", Reason.SNIFFED),
        (b"\x89PNG\r\n\x1a\n", "image/png", "image", Reason.DECLARED),
        (b"\x89PNG\r\n\x1a\n", "application/octet-stream", "image", Reason.SNIFFED),
        (b"\x00\x00\x01\x00", "image/x-icon", "image", Reason.DECLARED),
        (bytes(range(256)), "application/octet-stream", "binary", Reason.DECLARED),
        (bytes(range(256)), "", "binary", Reason.SNIFFED),
        (gzip.compress(b"{}"), "", "binary", Reason.SNIFFED),
        (b"%PDF-1.7", "application/pdf", "binary", Reason.SNIFFED),
        (
            b"PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "binary",
            Reason.SNIFFED,
        ),
    ],
)
def test_kinds(content, content_type, name, reason) -> None:
    kind = kind_of(content, content_type)
    assert (kind.name, kind.reason, wrong_of(kind)) == (name, reason, None)


@pytest.mark.parametrize(
    ("content", "content_type", "name", "wrong"),
    [
        (
            b'{"a":1}',
            "application/x-www-form-urlencoded",
            "json",
            "Declared application/x-www-form-urlencoded, but it looks like application/json.",
        ),
        (b"{}", "text/html", "json", "Declared text/html, but it looks like application/json."),
        (b"<a/>", "application/json", "xml", "Declared application/json, but it looks like application/xml."),
        (b"<html>", "application/json", "html", "Declared application/json, but it looks like text/html."),
        (b"\xff\xd8\xff", "application/json", "image", "Declared application/json, but it looks like image/jpeg."),
        (
            b"\x1f\x8b\x08\0",
            "application/json",
            "binary",
            "Declared application/json, but it looks like application/gzip.",
        ),
        (
            bytes(range(256)),
            "application/xml",
            "binary",
            "Declared application/xml, but it looks like application/octet-stream.",
        ),
        (b"hello", "image/png", "text", "Declared image/png, but it looks like text/plain."),
        (
            b'{\n "a": 1\n "b": 2}',
            "application/json",
            "json",
            "Declared application/json, but not valid JSON: line 3, column 2.",
        ),
        (b'{"a": NaN}', "application/json", "json", "Declared application/json, but not valid JSON: line 1, column 7."),
        (
            b"a=b&c=d",
            "Application/JSON; x=y",
            "json",
            "Declared application/json, but not valid JSON: line 1, column 1.",
        ),
        (
            b"\0\0\0\0",
            "application/json",
            "binary",
            "Declared application/json, but it looks like application/octet-stream.",
        ),
        (
            b"x",
            "multipart/form-data",
            "multipart",
            "Declared multipart/form-data, but without a boundary, so its parts cannot be told apart.",
        ),
        (
            b"x",
            "multipart/mixed; boundary=y",
            "multipart",
            "Declared multipart/mixed, but its boundary occurs nowhere in the body.",
        ),
    ],
)
def test_what_differs_from_the_declaration_is_told(content, content_type, name, wrong) -> None:
    kind = kind_of(content, content_type)
    assert (kind.name, wrong_of(kind)) == (name, wrong)


def test_the_declared_type_is_told_harmlessly() -> None:
    kind = kind_of(b"{", "application/\u202e" + "x" * 100_000 + "+json")
    wrong = wrong_of(kind)
    assert wrong is not None
    assert "\u202e" not in wrong
    assert len(wrong) < 300


@pytest.mark.parametrize("end", range(1, 40))
def test_what_only_our_cut_breaks_is_not_wrong(end) -> None:
    content = '{"key": "válue", "other": [1.5e10, true]}'.encode()[:end]
    assert kind_of(content, "application/json", whole=False).fault is None
    assert kind_of(content, "", whole=False).name is KindName.JSON
    assert kind_of(content, "application/json").fault is not None


def test_a_text_too_large_to_check_is_checked_in_part() -> None:
    good = b"[" + b"1, " * 2**19
    assert kind_of(good + b"]]]", "application/json").fault is None
    assert kind_of(b"[,," + good, "application/json").fault is not None


@pytest.mark.parametrize(
    "content", [b"[" * 200_000 + b"]" * 200_000, b"[" + b"9" * 10_000 + b"]", b'{"a":1,"a":1e400}']
)
def test_extremes_of_valid_json(content) -> None:
    kind = kind_of(content, "application/json")
    assert (kind.name, wrong_of(kind)) == ("json", None)


def test_utf_16_without_a_mark_is_text() -> None:
    reading = read('{"a":"é"}'.encode("utf-16-le"), "application/json")
    assert (reading.kind.name, reading.kind.charset, reading.text) == ("json", "utf-16-le", '{"a":"é"}')
    assert [remark.code for remark in reading.remarks] == ["charset-guess"]


def test_a_multipart_body_with_a_file_has_no_text_as_a_whole() -> None:
    reading = read(b"--x\r\n\r\n" + bytes(range(256)) + b"\r\n--x--", "multipart/form-data; boundary=x")
    assert (reading.kind.name, reading.kind.charset, reading.text) == ("multipart", "", "")


def test_read_as_the_user_wants_it() -> None:
    assert read(b"\xe9", "text/plain", charset="iso8859-1").text == "é"
    assert read(b"a\0b\0", "application/octet-stream", charset="utf-16-le").text == "ab"
    assert read(b"a", "text/plain", charset="klingon").text == "a"
