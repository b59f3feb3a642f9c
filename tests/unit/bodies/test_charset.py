import codecs
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.charset import CHARSETS, Text, known_charset, nul_pattern, text_as, text_of
from webhook_inspector.bodies.lines import GLANCE
from webhook_inspector.core.problem import Problem

LABELS = (
    st.sampled_from(
        [
            "",
            "utf-8",
            "UTF8",
            "latin1",
            "utf-16",
            "utf-32",
            "shift_jis",
            "gb18030",
            "iso-2022-jp",
            "klingon",
            "punycode",
            "zip",
        ]
    )
    | st.text()
)


def codes(text) -> list[str]:
    return [remark.code for remark in text.remarks]


@given(st.binary(), LABELS, st.booleans())
def test_never_fails_and_gives_clean_text(content, declared, whole) -> None:
    text_of(content, declared, whole=whole).text.encode("utf-8")


@given(
    st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
)
def test_what_is_declared_is_believed(text, name) -> None:
    content = text.encode(name)
    if not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        assert text_of(content, name).text == text


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.data())
def test_a_character_cut_in_two_is_left_out(text, data) -> None:
    content = text.encode()
    end = data.draw(st.integers(0, len(content)))
    found = text_of(content[:end], whole=False)
    if not content.startswith(codecs.BOM_UTF8) and "\0" not in text[:4]:
        assert text.startswith(found.text)
        assert found.charset == "utf-8"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_wins(mark, name) -> None:
    found = text_of(mark + "{é}".encode(name), "iso-8859-1")
    assert (found.text, found.charset, codes(found)) == ("{é}", name, ["charset-mark"])


def test_utf_8_needs_no_words() -> None:
    assert text_of("é".encode()).remarks == ()
    assert text_of("é".encode(), "utf-8").remarks == ()


def test_what_is_not_utf_8_is_shown_as_latin_1_and_said() -> None:
    found = text_of(b"ab\xe9")
    assert (found.text, found.charset) == ("abé", "latin-1")
    assert found.remarks[0].particulars == (("offset", 2),)
    assert codes(found) == ["charset-latin"]


def test_a_declaration_that_does_not_fit_is_said() -> None:
    found = text_of(b"ab\xe9", "UTF-8".lower())
    assert (found.text, codes(found)) == ("abé", ["charset-wrong"])
    assert dict(found.remarks[0].particulars) == {"charset": "utf-8", "offset": 2, "used": "latin-1"}


def test_an_ascii_declaration_of_utf_8_is_said() -> None:
    found = text_of("é".encode(), "us-ascii")
    assert (found.text, found.charset, codes(found)) == ("é", "utf-8", ["charset-wrong"])


def test_klingon_is_noted() -> None:
    found = text_of("é".encode(), "klingon")
    assert (found.text, found.charset, codes(found)) == ("é", "utf-8", ["charset-unknown"])


@pytest.mark.parametrize(
    "label",
    [
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "utf-7",
        "zip",
        "base64",
        "rot13",
        "mbcs",
        "oem",
    ],
)
def test_codecs_that_harm_are_not_reached(label) -> None:
    assert not known_charset(label)


@pytest.mark.parametrize("label", ["", "a\0b", "é", "x" * 100_000, "../utf-8", "utf-8\n", "\ud800", "."])
def test_labels_that_are_none(label) -> None:
    assert not known_charset(label)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("utf-8", "utf-8"),
        ("latin1", "iso8859-1"),
        ("windows-1252", "cp1252"),
        ("shift-jis", "shift_jis"),
        ("utf-16", "utf-16-le"),
    ],
)
def test_labels_that_are_known(label, name) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert known_charset(label) == name


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_guessed_and_said(name) -> None:
    found = text_of('{"a":"é"}'.encode(name))
    assert (found.text, found.charset, codes(found)) == ('{"a":"é"}', name, ["charset-guess"])


def test_nul_bytes_alone_are_no_guess() -> None:
    assert nul_pattern(b"\0\0\0\0\0\0\0\0") is None
    assert nul_pattern(b"\0\1\0\2") is None


@given(st.binary(), st.sampled_from(CHARSETS))
def test_read_as_somebody_wants_it(content, name) -> None:
    found = text_as(content, name)
    assert (found.charset, found.remarks) == (name, ())


def test_the_charsets_to_choose_from_are_known() -> None:
    assert [known_charset(name) for name in CHARSETS] == list(CHARSETS)


def test_a_mark_of_its_own_charset_is_no_text() -> None:
    assert text_as(b"\xef\xbb\xbfa\xff", "utf-8").text == "a\ufffd"
    assert text_as(b"\xef\xbb\xbfa", "iso8859-1").text == "\xef\xbb\xbfa"


@pytest.mark.parametrize("shift", range(4))
def test_a_character_over_the_end_of_a_part_stays_whole(shift) -> None:
    text = "a" * (GLANCE - shift) + "€" * 5
    assert text_of(text.encode()) == Text(text, "utf-8")
    broken = text.encode()[:-1] + b"\xff"
    assert text_of(broken).remarks == (Problem.of("charset-latin", offset=len(text.encode()) - 3),)
