"""Hostile bodies: each is answered 2xx, kept to the byte, and shown as text in which nothing acts."""

import io
import os
import socket
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.process import listen, run
from tests.ui.shelf import Shelf
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.bodies.multipart import MOST_PARTS, safe_name
from webhook_inspector.core.text import visible
from webhook_inspector.formats import jsonl
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.body_content import BodyContent, Parts, prepare
from webhook_inspector.ui.body_text import BodyText, Look, copyable
from webhook_inspector.ui.body_words import told
from webhook_inspector.ui.loaded import Loaded

Body = tuple[str, bytes]
"""Content-Type, and what is sent."""

JSON = "application/json"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
NAMES = ("../../x", "C:\\windows\\x.exe", "CON", "con.txt", "..", "a\u202egnp.exe", "x" * 400, "/etc/passwd", ".bashrc")

BODIES: dict[str, tuple[Body, ...]] = {
    "B01": ((JSON, b"[" * 200_000 + b"]" * 200_000), (JSON, b'{"a":' * 150_000 + b"1" + b"}" * 150_000)),
    "B02": (
        (JSON, b'{"a":' + b"9" * 10_000 + b',"a":NaN,"a":1e400,"b":1.10,"b":12345678901234567890.123}'),
        (JSON, b"[" + b"1" * 10_000 + b"]"),
    ),
    "B03": ((JSON, b'{"a":"\\ud800\\u0000"}'), ("text/plain", b"a\0b\xed\xa0\x80c"), (JSON, b'{"a":"\0"}')),
    "B04": (("text/plain", b"caf\xe9 \xff\xfe"), (JSON, '{"a":"é"}'.encode("utf-16-le"))),
    "B05": (("text/plain; charset=klingon", "é".encode()), (f"{JSON}; charset=unicode_escape", b'{"a":"\\x41"}')),
    "B06": (("multipart/form-data", b"--x\r\nA: b\r\n\r\nc\r\n--x--\r\n"), ("multipart/form-data; boundary=", b"--")),
    "B07": (
        ("multipart/form-data; boundary=x", b"--x\r\nA: b\r\n\r\nc\r\n" * 5_000),
        (
            "multipart/form-data; boundary=x",
            b"".join(
                b'--x\r\nContent-Disposition: form-data; name="f"; filename="%b"\r\n\r\nc\r\n' % name.encode()
                for name in NAMES
            ),
        ),
    ),
    "B08": (
        ("text/xml", f"<!DOCTYPE l [<!ENTITY l0 'ha'>{LAUGHS}]><l>&l9;</l>".encode()),
        ("text/xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
        ("text/xml", b"<a>" * 100_000 + b"</a>" * 100_000),
    ),
    "B09": (
        ("text/html", b"<html><script>x()</script><img src='file:///etc/x'></html>"),
        ("text/plain", b"\x1b[31mred\x1b]0;title\x07\x9b31m"),
        ("text/plain", "\u202egnp.exe \u200b\ufeff\u2066 аpple.com".encode()),
        ("text/plain", ("e" + "\u0301" * 100_000).encode()),
    ),
}


def post(port: int, content_type: str, body: bytes) -> bytes:
    """The status of the answer."""
    head = f"POST /hazard HTTP/1.1\r\nHost: x\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), 20) as sender:
        sender.sendall(head.encode() + body)
        return sender.recv(200).split(b" ")[1]


def test_every_body_is_kept_to_the_byte(tmp_path: Path):
    """B01 to B09: through the listener into the history, and out of it by `export`."""
    sent = [body for bodies in BODIES.values() for body in bodies]
    with listen(tmp_path) as running:
        for content_type, body in sent:
            assert post(running.port, content_type, body) == b"200"
        assert post(running.port, JSON, b"{}") == b"200"  # it lives
    assert "Traceback" not in "\n".join(running.complained)
    exported = jsonl.load(io.BytesIO(run(tmp_path, "export", "--format", "jsonl").stdout))
    assert [record.capture.body for record in exported] == [*(body for _, body in sent), b"{}"]
    with closing(Reader(DataFolder(tmp_path).history)) as reader:
        assert [reader.record(number).capture.body for number in range(1, len(sent) + 1)] == [body for _, body in sent]
    said = run(tmp_path, "list", "--limit", "1000").stdout.decode() + run(tmp_path, "show", "latest").stdout.decode()
    assert visible(said.replace("\n", "")) == said.replace("\n", "")


def loaded(body: Body) -> Loaded:
    head = make_head(headers=(("Content-Type", body[0]),))
    return Shelf(make_record(make_capture(head=head, body=body[1]))).loaded()


def shown(row: str, place: int = 0, view: View | None = None) -> BodyContent:
    """What the window gets, by the view that it would choose or by this one. Whatever it is, nothing in it acts."""
    views = dict.fromkeys(KindName, view) if view else {}
    content = prepare(loaded(BODIES[row][place]), Look(views))
    if isinstance(content.shown, BodyText):
        for line in content.shown.lines:
            assert len(line) <= WIDTH
            assert visible(line.replace("\t", "")) == line.replace("\t", "")
    return content


def text_of(content: BodyContent) -> str:
    assert isinstance(content.shown, BodyText)
    return "\n".join(content.shown.lines)


@pytest.mark.parametrize(
    ("row", "place"), [(row, place) for row, bodies in BODIES.items() for place in range(len(bodies))]
)
def test_every_view_of_every_body_can_be_made(row: str, place: int):
    """B01 to B09: no view raises; the hexadecimal one is always there, and what is copied is text."""
    content = shown(row, place)
    assert View.HEX in content.views
    for view in content.views:
        assert shown(row, place, view).view is view
        assert copyable(loaded(BODIES[row][place]).record, view, Look())


def test_depth_is_shown_as_it_came():
    """B01."""
    for place in range(2):
        content = shown("B01", place)
        assert text_of(content).replace("\n", "") == BODIES["B01"][place][1].decode()
        assert "Nested too deeply" in told(content.remarks)[1]
        assert shown("B01", place, View.TREE).view is View.TREE


def test_no_digit_and_no_key_is_lost():
    """B02."""
    text = text_of(shown("B02"))
    for literal in ("9" * 1000, '"a": NaN', '"a": 1e400', '"b": 1.10', '"b": 12345678901234567890.123'):
        assert literal in text
    assert text.count('"a": ') == 3
    assert "".join(text.split()) == BODIES["B02"][0][1].decode()
    assert "not valid JSON" in told(shown("B02").remarks)[1]  # by its NaN


def test_surrogates_and_nul_are_seen():
    """B03."""
    assert '"\\ud800\\u0000"' in text_of(shown("B03"))
    dump = shown("B03", 1).shown
    assert isinstance(dump, HexLines)
    assert dump[0].startswith("00000000  61 00 62 ed a0 80 63")
    assert "\\x00" in text_of(shown("B03", 2, View.RAW))


def test_a_guessed_charset_is_told():
    """B04."""
    assert text_of(shown("B04")) == "café ÿþ"
    assert "offset 3" in told(shown("B04").remarks)[1] or "byte" in told(shown("B04").remarks)[1]
    assert text_of(shown("B04", 1)) == '{\n  "a": "é"\n}'
    assert shown("B04", 1).kind.charset == "utf-16-le"


def test_an_unknown_charset_is_told_and_a_harmful_one_is_not_used():
    """B05."""
    assert text_of(shown("B05")) == "é"
    assert "klingon" in told(shown("B05").remarks)[1]
    assert '"\\x41"' in text_of(shown("B05", 1, View.RAW))


def test_without_a_boundary_there_are_no_parts():
    """B06."""
    for place in range(2):
        content = shown("B06", place)
        assert View.PARTS not in content.views
        assert "without a boundary" in told(content.remarks)[1]


def test_parts_are_limited_and_their_names_made_safe(tmp_path: Path):
    """B07."""
    many = shown("B07")
    assert isinstance(many.shown, Parts)
    assert len(many.shown.parts) == MOST_PARTS
    assert "more than 1000 parts" in told(many.remarks)[1]
    parts = shown("B07", 1).shown
    assert isinstance(parts, Parts)
    for part in parts.parts:
        name = safe_name(part.file_name, "part.bin")
        assert name == os.path.basename(name.replace("\\", "/"))  # noqa: PTH119
        assert (tmp_path / name).resolve().parent == tmp_path.resolve()
        (tmp_path / name).write_bytes(part.body)
    assert not {path.name.lower() for path in tmp_path.iterdir()} & {"con", "con.txt", ".bashrc", "passwd.exe"}


def test_no_entity_is_expanded():
    """B08."""
    assert "&l9;" in text_of(shown("B08"))
    assert len(text_of(shown("B08"))) < 2 * len(BODIES["B08"][0][1])
    assert "<x>&e;</x>" in text_of(shown("B08", 1))
    begin = time.process_time()
    assert text_of(shown("B08", 2)).replace("\n", "") == BODIES["B08"][2][1].decode()[: 2**20]
    assert time.process_time() - begin < 5  # takes 0.3 s of the processor; a quadratic way takes minutes


def test_what_would_act_is_written_out():
    """B09."""
    assert text_of(shown("B09")) == BODIES["B09"][0][1].decode()
    assert text_of(shown("B09", 1, View.RAW)) == "\\x1b[31mred\\x1b]0;title\\x07\\x9b31m"
    assert text_of(shown("B09", 2)) == "\\u202egnp.exe \\u200b\\ufeff\\u2066 аpple.com"
    assert text_of(shown("B09", 3)).count("\u0301") == 4


def test_any_bytes_can_be_shown():
    """B03, B04: whatever the charset is."""
    noise = b"".join(zlib.crc32(bytes([n % 256, n // 256])).to_bytes(4) for n in range(2000))
    for content_type in ("", "text/plain", "text/plain; charset=utf-16", JSON, "multipart/x; boundary=a", "image/png"):
        content = prepare(loaded((content_type, noise)), Look())
        assert content.views
        lines = content.shown.lines if isinstance(content.shown, BodyText) else ()
        assert all(visible(line.replace("\t", "")) == line.replace("\t", "") for line in islice(lines, 1000))


TESTS: dict[str, tuple[Callable[..., None], ...]] = {
    "B01": (test_depth_is_shown_as_it_came,),
    "B02": (test_no_digit_and_no_key_is_lost,),
    "B03": (test_surrogates_and_nul_are_seen, test_any_bytes_can_be_shown),
    "B04": (test_a_guessed_charset_is_told, test_any_bytes_can_be_shown),
    "B05": (test_an_unknown_charset_is_told_and_a_harmful_one_is_not_used,),
    "B06": (test_without_a_boundary_there_are_no_parts,),
    "B07": (test_parts_are_limited_and_their_names_made_safe,),
    "B08": (test_no_entity_is_expanded,),
    "B09": (test_what_would_act_is_written_out,),
}
"""Each row of the catalogue, with the tests that are about it alone; those about every body are not repeated."""


def test_no_row_is_missing():
    rows = {f"B{number:02}" for number in range(1, 10)}
    assert set(TESTS) == set(BODIES) == rows
    for row, tests in TESTS.items():
        assert all(row in (test.__doc__ or "") for test in tests)
