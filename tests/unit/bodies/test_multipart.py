import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.multipart import MOST_PARTS, Part, Stretch, multipart_lines, safe_name, split, stretches

BODY = (
    b"preamble\r\n--x\r\n"
    b'Content-Disposition: form-data; name="a"\r\n\r\n'
    b"one\r\ntwo\r\n"
    b"--x \r\n"
    b'Content-Disposition: form-data; name="f"; filename="../../x\x00"\r\nContent-Type: image/png\r\n\r\n'
    b"\x89PNG\x00--x\r\n"
    b"--xy\r\n"
    b"\r\n--x--\r\nepilogue"
)


def test_parts() -> None:
    assert list(split(BODY, "x")) == [
        Part(b'Content-Disposition: form-data; name="a"', b"one\r\ntwo"),
        Part(
            b'Content-Disposition: form-data; name="f"; filename="../../x\x00"\r\nContent-Type: image/png',
            b"\x89PNG\x00--x\r\n--xy\r\n",
        ),
    ]


def test_lines() -> None:
    lines, problem = multipart_lines(BODY, "x")
    assert problem is None
    assert lines == [
        "--x",
        'Content-Disposition: form-data; name="a"',
        "",
        "one",
        "two",
        "--x",
        'Content-Disposition: form-data; name="f"; filename="../../x\\x00"',
        "Content-Type: image/png",
        "",
        "00000000  89 50 4e 47 00 2d 2d 78  0d 0a 2d 2d 78 79 0d 0a  |.PNG.--x..--xy..|",
    ]


def test_a_part_that_is_no_text_is_only_glanced_at() -> None:
    lines, _ = multipart_lines(b"--x\r\n\r\n" + bytes(1_000), "x")
    assert lines[-1] == "… + 936"
    assert len(lines) == 2 + 4 + 1


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (b"", []),
        (b"no boundary", []),
        (b"--x", [Part(b"", b"")]),
        (b"--x--", []),
        (b"--x\r\n\r\nno head", [Part(b"", b"no head")]),
        (b"--x\n\nline feeds\n--x--\n", [Part(b"", b"line feeds")]),
        (b"--x\r\nA: b", [Part(b"A: b", b"")]),
        (b"--x\r\nA: b\r\n\r\ncut in the mid", [Part(b"A: b", b"cut in the mid")]),
        (b"--x\r\n\r\n\r\n--x\r\n\r\n\r\n--x--", [Part(b"", b""), Part(b"", b"")]),
    ],
)
def test_leniently(content, parts) -> None:
    assert list(split(content, "x")) == parts


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (b"", []),
        (b"--x", [Stretch(3, 3, 3)]),
        (b"p\r\n--x\r\nA: b\r\n\r\nc\r\n--x--", [Stretch(6, 16, 17)]),
        (b"--x\nA: b\n\nc\r\n\r\nd\n--x \n\ne", [Stretch(3, 10, 16), Stretch(21, 23, 24)]),
    ],
)
def test_where_parts_stand(content, parts) -> None:
    assert list(stretches(content, "x")) == parts


def test_charset_of_a_part() -> None:
    lines, _ = multipart_lines(b"--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n\xe9", "x")
    assert lines[-1] == "é"


def test_parts_are_limited() -> None:
    lines, problem = multipart_lines(b"--x\r\nA: b\r\n\r\nc\r\n" * 5_000, "x")
    assert lines.count("--x") == MOST_PARTS
    assert problem is not None
    assert multipart_lines(b"--x\r\nA: b\r\n\r\nc\r\n" * MOST_PARTS, "x")[1] is None


@given(st.binary(), st.text())
def test_never_raises(content, boundary) -> None:
    multipart_lines(content, boundary)


@given(st.lists(st.tuples(st.binary(), st.binary()), min_size=1))
def test_bodies_come_back(parts) -> None:
    boundary = "boundary-that-occurs-in-none"
    content = b"".join(
        b"--%s\r\nX: %s\r\n\r\n%s\r\n" % (boundary.encode(), head.hex().encode(), body) for head, body in parts
    )
    content += b"--%s--\r\n" % boundary.encode()
    assert [part.body for part in split(content, boundary)] == [body for _, body in parts]


@pytest.mark.parametrize("seed", [b"\r\n", b"\r", b"--x", b"\r\n--x", b"--x ", b"-", b"\r\n--x\t\t"])
def test_time_is_linear(seed) -> None:
    started = time.process_time()
    multipart_lines(seed * 100_000, "x")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("disposition", "name", "file_name"),
    [
        ('form-data; name="a"', "a", ""),
        ('form-data; name="a"; filename="b c.txt"', "a", "b c.txt"),
        ('form-data; filename="b.txt"; name=a', "a", "b.txt"),
        (r'form-data; name="a"; filename="C:\new\x.txt"', "a", r"C:\new\x.txt"),
        (r'form-data; name="say \"a\""', 'say "a"', ""),
        ("form-data; name=a; filename=\"x\"; filename*=UTF-8''na%C3%AFve.txt", "a", "naïve.txt"),
        ("form-data; filename*=klingon''a.txt", "", "a.txt"),
        ("", "", ""),
    ],
)
def test_what_a_part_is_called(disposition, name, file_name) -> None:
    part = Part(f"Content-Disposition: {disposition}".encode(), b"")
    assert (part.name, part.file_name) == (name, file_name)


def test_the_type_of_a_part() -> None:
    assert Part(b"content-type: text/plain", b"").content_type == "text/plain"
    assert Part(b"", b"").content_type == ""


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\Windows\evil.exe", "evil.exe"),
        ("CON", "part.bin"),
        ("nul.txt", "part.bin"),
        ("..", "part.bin"),
        ("", "part.bin"),
        ("a/", "part.bin"),
        (".hidden", "hidden"),
        ('a<b>:"c|?*', "a_b___c___"),
        ("photo\u202egpj.exe", "photo_u202egpj.exe"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_safe_names(wanted, safe) -> None:
    assert safe_name(wanted, "part.bin") == safe


@given(st.binary(), st.text())
def test_names_of_strangers_never_raise_and_never_lead_elsewhere(head, wanted) -> None:
    part = Part(head, b"")
    assert isinstance(part.name + part.file_name + part.content_type, str)
    name = safe_name(wanted, "part.bin")
    assert name
    assert not set(name) & set('/\\\0:*?"<>|')
    assert len(name) <= 120
    assert not name.startswith(".")
