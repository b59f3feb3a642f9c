import gzip
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.bodies.packed import PackedLines
from webhook_inspector.bodies.pretty import HEX_LIMIT, lay_out, open_body, part_shown, render
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.core.text import visible

MIB = 2**20
TYPES = (
    st.sampled_from(
        [
            "",
            "application/json",
            "application/xml",
            "text/html; charset=klingon",
            "text/plain; charset=utf-16",
            "multipart/form-data; boundary=x",
            "image/png",
            "application/x-www-form-urlencoded",
            "application/x-ndjson",
        ]
    )
    | st.text()
)
CODINGS = st.sampled_from(["", "gzip", "br", "zstd", "deflate", "gzip, br", "klingon"]) | st.text()
SEEDS = ["[", "{", '"', "\\", '{"a":', "[[],", "1,", "<a>", "</a>", "<!--", "<a b='", "&", "a=%5B&", "%", "+", "--x\r\n", "\0", "\t", "\n",
         "\r", "\u0301", "\u202e", "\x1b[31m", "é", "NaN,", "\\u12"]  # fmt: skip


@given(st.binary() | st.text().map(str.encode), TYPES, CODINGS, st.booleans(), st.integers(0, 300), st.booleans())
def test_never_raises_and_nothing_in_it_acts(body, content_type, coding, pretty, limit, whole) -> None:
    shown = render(body, content_type, coding, pretty=pretty, limit=limit, whole=whole)
    for line in shown.lines:
        assert visible(line.replace("\t", " ")) == line.replace("\t", " ")
        assert len(line) <= WIDTH
    assert shown.shown <= min(limit, shown.total)
    assert all(remark.code in SENTENCES for remark in shown.remarks)
    assert all("{" not in note or "{" in content_type + coding for note in shown.notes)


def test_json() -> None:
    shown = render(b'{"a":1.10,"a":[]}', "application/json", "", pretty=True)
    assert shown.lines == ("{", '  "a": 1.10,', '  "a": []', "}")
    assert (shown.language, shown.notes, shown.shown, shown.total) == ("json", (), 17, 17)


def test_json_as_it_came() -> None:
    shown = render(b'{"a":1.10,\r\n\t"a":[]}', "application/json", "", pretty=False)
    assert shown.lines == ('{"a":1.10,', '\t"a":[]}')
    assert shown.language == "json"


def test_json_with_carriage_returns_is_laid_out() -> None:
    assert render(b'{\r\n"a":\r1}\r\n', "application/json", "", pretty=True).lines == ("{", '  "a": 1', "}")


def test_invalid_json_is_shown_as_it_came() -> None:
    shown = render(b'{"a":  1,}', "application/json", "", pretty=True)
    assert shown.lines == ('{"a":  1,}',)
    assert shown.notes == ("Declared application/json, but not valid JSON: line 1, column 10.",)


def test_nan_is_told_and_laid_out() -> None:
    shown = render(b'{"a":NaN}', "application/json", "", pretty=True)
    assert shown.lines == ("{", '  "a": NaN', "}")
    assert shown.notes == ("Declared application/json, but not valid JSON: line 1, column 6.",)


def test_json_200_000_deep_is_shown_as_it_came() -> None:
    body = b"[" * 200_000 + b"]" * 200_000
    shown = render(body, "application/json", "", pretty=True)
    assert "".join(shown.lines).encode() == body
    assert shown.notes == ("Nested too deeply to be formatted; shown as it came.",)


@pytest.mark.parametrize("literal", ["9" * 10_000, "1e400", "-0.10", '"\\ud800"', '"\\u0000"'])
def test_no_digit_and_no_key_is_lost(literal) -> None:
    body = f'{{"k":{literal},"k":{literal}}}'
    shown = render(body.encode(), "application/json", "", pretty=True)
    assert "".join(line.strip() for line in shown.lines).replace('": ', '":') == body
    assert shown.notes == ()


def test_gzip() -> None:
    body = gzip.compress(b'{"a":1}')
    shown = render(body, "application/json", "gzip", pretty=True)
    assert shown.lines == ("{", '  "a": 1', "}")
    assert shown.notes == (f"Decoded from gzip: {len(body)} bytes became 7.",)
    assert shown.total == 7


def test_gzip_as_received_is_bytes() -> None:
    shown = render(gzip.compress(b'{"a":1}', mtime=0), "application/json", "", pretty=True)
    assert shown.lines[0].startswith("00000000  1f 8b 08 00")
    assert shown.notes == ("Declared application/json, but it looks like application/gzip.",)


def test_a_cut_gzip_stream() -> None:
    body = gzip.compress(json.dumps(list(range(9_999))).encode())
    shown = render(body[:-2_000], "application/json", "gzip", pretty=True)
    assert shown.lines[:3] == ("[", "  0,", "  1,")
    assert shown.notes[1].startswith("The gzip stream ends too early, after ")
    assert len(shown.notes) == 2


def test_a_stream_of_which_only_the_beginning_is_kept() -> None:
    body = gzip.compress(json.dumps(list(range(9_999))).encode())
    shown = render(body[:-2_000], "application/json", "gzip", pretty=True, whole=False)
    assert [remark.code for remark in shown.remarks] == ["coding-undone"]


def test_a_bomb() -> None:
    shown = render(gzip.compress(bytes(64 * MIB)), "application/json", "gzip", pretty=True)
    assert "coding-ratio" in [remark.code for remark in shown.remarks]
    assert shown.total <= 16 * MIB
    assert len(shown.lines) == HEX_LIMIT / 16


def test_a_coding_that_is_not_there() -> None:
    shown = render(b'{"a":1}', "application/json", "gzip", pretty=True)
    assert shown.lines == ("{", '  "a": 1', "}")
    assert shown.notes == ("Content-Encoding says gzip, but that cannot be undone: incorrect header check.",)


def test_only_the_first_bytes_are_rendered() -> None:
    body = json.dumps(["é" * 9] * 100_000, ensure_ascii=False).encode()
    shown = render(body, "application/json", "", pretty=True)
    assert shown.notes == (f"Only the first {MIB} of {len(body)} bytes are shown.",)
    assert (shown.shown, shown.total) == (MIB, len(body))
    assert isinstance(shown.lines, PackedLines)
    assert list(shown.lines[:2]) == ["[", '  "ééééééééé",']


@pytest.mark.parametrize("limit", range(1, 30))
def test_a_cut_of_ours_is_nobodys_fault(limit) -> None:
    body = '{"a":"é\\u00e9 \u202e","b":[1]}'.encode()
    shown = render(body, "application/json", "", pretty=True, limit=limit)
    assert [remark.code for remark in shown.remarks] == (["body-part-shown"] if limit < len(body) else [])


def test_form() -> None:
    shown = render(b"a=b+c&d=%ff", "application/x-www-form-urlencoded", "", pretty=True)
    assert shown.lines == ("a = b c", "d = \\xff")
    assert shown.language == ""
    raw = render(b"a=b+c&d=%ff", "application/x-www-form-urlencoded", "", pretty=False)
    assert raw.lines == ("a=b+c&d=%ff",)


def test_xml() -> None:
    shown = render(b"<a>\r\n<b>\xc3\xa9</b></a>", "text/xml", "", pretty=True)
    assert (shown.lines, shown.language) == (("<a>", "  <b>é</b>", "</a>"), "xml")
    assert render(b"<a><b></a>", "text/xml", "", pretty=True).lines == ("<a><b></a>",)


def test_billion_laughs_and_depth_take_no_time() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    started = time.process_time()
    shown = render(f"<!DOCTYPE l [{entities}]><l>&l9;</l>".encode(), "text/xml", "", pretty=True)
    assert shown.lines[-1] == "<l>&l9;</l>"
    render(b"<a>" * 100_000 + b"</a>" * 100_000, "text/xml", "", pretty=True)
    assert time.process_time() - started < 2


def test_multipart() -> None:
    body = b"--x\r\nA: b\r\n\r\nhi\r\n--x\r\n\r\n" + bytes(40) + b"\r\n--x--\r\n"
    shown = render(body, "multipart/form-data; boundary=x", "", pretty=True)
    assert shown.lines[:5] == ("--x", "A: b", "", "hi", "--x")
    assert shown.lines[6].startswith("00000000  00 00")
    assert (
        render(body, "multipart/form-data; boundary=x", "", pretty=False).lines[0].startswith("00000000  2d 2d 78 0d")
    )


def test_multipart_without_a_boundary() -> None:
    shown = render(b"--x\r\nA: b", "multipart/form-data", "", pretty=True)
    assert shown.lines == ("--x", "A: b")
    assert [remark.code for remark in shown.remarks] == ["multipart-boundary"]


def test_binary() -> None:
    shown = render(bytes(range(256)) * 1_000, "", "", pretty=True)
    assert len(shown.lines) == HEX_LIMIT // 16
    assert (shown.kind.name, shown.language, shown.shown) == ("binary", "", HEX_LIMIT)
    assert shown.notes == ("Only the first 65536 of 256000 bytes are shown.",)


def test_nothing() -> None:
    shown = render(b"", "application/json", "gzip", pretty=True)
    assert (shown.lines, shown.kind.name, shown.notes) == ((), "empty", ())


def test_what_acts_is_made_visible() -> None:
    body = "\x1b]0;owned\x07 \u202eevil <img src=x onerror=alert(1)> a\u200bb".encode()
    assert render(body, "text/plain", "", pretty=True).lines == (
        "\\x1b]0;owned\\x07 \\u202eevil <img src=x onerror=alert(1)> a\\u200bb",
    )


def test_klingon() -> None:
    shown = render("é".encode(), "text/plain; charset=klingon", "", pretty=True)
    assert (shown.lines, shown.notes) == (("é",), ("The declared charset klingon is not known; shown as utf-8.",))


@pytest.mark.parametrize(
    "content_type", ["", "application/json", "application/xml", "application/x-www-form-urlencoded"]
)
@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_bodies_take_little_time(seed, content_type) -> None:
    """What grows with the square of these 64 KiB takes minutes."""
    started = time.process_time()
    render((seed * (MIB // 16 // len(seed))).encode(), content_type, "", pretty=True)
    assert time.process_time() - started < 4


def test_a_body_is_opened_once_for_every_view() -> None:
    opened = open_body(gzip.compress(b'{"a":1}'), "application/json", "gzip", limit=4, charset="iso8859-1")
    assert (opened.decoded.content, opened.reading.content) == (b'{"a":1}', b'{"a"')
    assert opened.reading.kind.charset == "iso8859-1"
    assert [remark.code for remark in opened.remarks] == ["coding-undone"]
    assert [remark.code for remark in lay_out(opened, pretty=False).remarks] == ["coding-undone", "body-part-shown"]


def test_what_is_all_there_is_not_remarked_on() -> None:
    assert part_shown(7, 7) is None
