import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from tests.unit.formats.records import read, written
from webhook_inspector.formats import FORMATS, guess


def test_the_formats() -> None:
    assert list(FORMATS) == ["jsonl", "http", "har"]
    assert [chosen.suffix for chosen in FORMATS.values()] == [".jsonl", ".http", ".har"]


@pytest.mark.parametrize("name", FORMATS)
def test_our_own_files_are_known_without_their_names(name: str) -> None:
    records = [make_record(), make_record(make_capture(b"\x00", b"\xff" * 3_000_000))]
    content = written(FORMATS[name], records)
    assert guess(content[:64], "") is FORMATS[name]
    assert guess(content[:64], "wrong.json") is FORMATS[name]
    assert read(FORMATS[name], content) == records


@pytest.mark.parametrize(
    ("start", "filename", "name"),
    [
        (b'\xef\xbb\xbf {\n  "log" : {', "x.jsonl", "har"),
        (b'{"$schema":"x","log":', "x.HAR", "har"),
        (b'{"head":"', "x", "jsonl"),
        (b'{"head":"', "x.ndjson", "jsonl"),
        (b"### x", "x.txt", "http"),
        (b"POST http://a/", "", "http"),
        (b"\n// a comment", "", "http"),
        (b"@host=a", "", "http"),
        (b"POST /x HTTP/1.1\r\n", "request", "http"),
        (b"https://a", "", "http"),
        (b"get http://a", "x.rest", "http"),
        (b"", "folder.har/x.http", "http"),
        (b"", "x", None),
        (b"hello", "x.txt", None),
        (b"\x89PNG", "", None),
        (b"<xml/>", "x.xml", None),
        (b"SQLite format 3\x00", "history.db", None),
    ],
)
def test_guesses(start: bytes, filename: str, name: str | None) -> None:
    assert guess(start, filename) is (FORMATS[name] if name else None)


@given(st.binary(), st.text())
def test_any_file_has_a_guess(start: bytes, filename: str) -> None:
    assert guess(start, filename) in (*FORMATS.values(), None)
