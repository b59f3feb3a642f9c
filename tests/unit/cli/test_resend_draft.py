import io
import sys
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli.resend_draft import Edits, Way, environment_of, moved, read_bytes, read_text
from webhook_inspector.cli.send_run import made
from webhook_inspector.cli.send_wishes import SigningWish
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES

KEPT = SigningWish.of(None, (), (), None, sign=False)
DRAFT = Draft(
    "POST", "http://x/a?b=1", (DraftField(b"A", b"1"), DraftField(b"B", b"2"), DraftField(b"a", b"3")), b"old"
)


def plain(method: str | None = None, dropped: tuple[str, ...] = (), headers: tuple[str, ...] = ()) -> Edits:
    return Edits.of(method, None, dropped, headers)


def test_nothing_is_changed_where_nothing_is_asked() -> None:
    assert plain().made(DRAFT) == DRAFT


def test_a_header_stands_where_the_first_of_its_name_stood() -> None:
    edited = plain(headers=("a: x", "New:  y ", "A:z")).made(DRAFT)
    assert [(one.name, one.value) for one in edited.fields] == [
        (b"a", b"x"),
        (b"A", b"z"),
        (b"B", b"2"),
        (b"New", b"y"),
    ]


def test_all_headers_of_a_name_are_dropped() -> None:
    assert [one.name for one in plain(dropped=("A",)).made(DRAFT).fields] == [b"B"]


def test_what_is_dropped_and_set_is_set() -> None:
    fields = plain(dropped=("a",), headers=("a: x",)).made(DRAFT).fields
    assert [(one.name, one.value) for one in fields] == [(b"a", b"x"), (b"B", b"2")]


def test_method_and_body(tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"\x00new")
    edited = Edits.of("PUT", str(tmp_path / "body"), (), ()).made(DRAFT)
    assert (edited.method, edited.body) == ("PUT", b"\x00new")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    assert read_text("-") == "abc"
    assert read_text("as it is") == "as it is"


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(KnownError) as raised:
        read_bytes("/no/such/file")
    assert raised.value.problem.code == "file-unreadable"


@pytest.mark.parametrize(
    ("to", "url"),
    [
        ("https://y:1", "https://y:1/a?b=1"),
        ("https://y/", "https://y/"),
        ("https://y/c?d", "https://y/c?d"),
    ],
)
def test_moved(to: str, url: str) -> None:
    assert moved(DRAFT, to).url == url


def test_marks_of_a_capture_are_its_own_unless_it_is_asked() -> None:
    record = make_record(make_capture(make_head(), b"{{name}} {{$timestamp}}"), 1)
    for fills, body in ((False, b"{{name}} {{$timestamp}}"), (True, b"value 12")):
        way = Way(plain(), KEPT, environment_of(["name=value"]), fills=fills)
        assert made(way.job_of_capture(record, "http://x", NO_RULES), 12).body == body


def test_an_unknown_name_is_told() -> None:
    way = Way(plain(), KEPT, fills=True)
    record = make_record(make_capture(make_head(), b"{{name}}"), 1)
    with pytest.raises(KnownError, match="variable-unknown"):
        made(way.job_of_capture(record, "http://x", NO_RULES), 12)


def test_a_cut_body_is_told_unless_another_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"new")
    record = make_record(make_capture(make_head(), b"1234", body_size=9), 1)
    for edits, codes in ((plain(), ["draft-body-part"]), (Edits.of(None, str(tmp_path / "body"), (), ()), [])):
        job = Way(edits, KEPT).job_of_capture(record, "http://x", NO_RULES)
        assert [one.code for one in job.remarks] == codes
