import pytest

from tests.makers import make_capture, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName, Reason, kind_of
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_words import (
    _KINDS,
    _REASONS,
    charset_text,
    empty_text,
    kind_text,
    reason_text,
    told,
    view_words,
)


def test_every_kind_and_every_reason_has_words():
    assert set(_KINDS) == set(KindName)
    assert set(_REASONS) == set(Reason)


@pytest.mark.parametrize(
    ("body", "content_type", "text", "reason"),
    [
        (b'{"a":1}', "application/json", "JSON · UTF-8", "By its declared content type."),
        (b'{"a":1}', "", "JSON · UTF-8", "Guessed from the content."),
        (bytes(range(256)), "application/octet-stream", "Binary", "By its declared content type."),
        (b"", "application/json", "", ""),
    ],
)
def test_the_kind_in_words(body: bytes, content_type: str, text: str, reason: str):
    kind = kind_of(body, content_type)
    assert kind_text(kind) == text
    assert reason_text(kind) == reason


def test_what_was_done_is_told_apart_from_what_is_wrong():
    done = Problem.of("coding-undone", coding="gzip", received=5, size=9)
    wrong = Problem.of("kind-not-json", declared="application/json", line=3, column=17)
    assert told((done, wrong, done)) == (
        "Decoded from gzip: 5 bytes became 9.\nDecoded from gzip: 5 bytes became 9.",
        "Declared application/json, but not valid JSON: line 3, column 17.",
    )
    assert told(()) == ("", "")


@pytest.mark.parametrize(
    ("capture", "text"),
    [
        (make_capture(body=b""), "This request has no body."),
        (make_capture(), ""),
        (make_capture(body=b"", state=State.INCOMPLETE, body_size=9), "None of the body arrived."),
        (
            make_capture(body=b"", head=b"\x16", state=State.REFUSED),
            "This is not a request that can be understood. Raw shows the bytes that came.",
        ),
    ],
)
def test_why_there_is_nothing_to_see(capture, text: str):
    assert empty_text(Shelf(make_record(capture)).loaded()) == text


def test_every_view_has_a_name_and_a_purpose():
    words = [view_words(view) for view in View]
    assert len({name for name, _ in words}) == len(View)
    assert all(purpose for _, purpose in words)


def test_charsets_have_the_names_that_people_know():
    assert [charset_text(name) for name in ("utf-8", "iso8859-1", "cp1251")] == ["UTF-8", "LATIN-1", "WINDOWS-1251"]
