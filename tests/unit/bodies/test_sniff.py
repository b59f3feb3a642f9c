import os

import pytest

from webhook_inspector.bodies.sniff import is_binary, is_form, markup, signature


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x0a\x0a\x0a\x0aWEBPVP8", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\x1f\x8b\x08\x00", "application/gzip"),
        (b" %PDF-1.7", ""),
        (b"", ""),
        (b"{}", ""),
    ],
)
def test_signature(content, media) -> None:
    assert signature(content) == media


@pytest.mark.parametrize(
    ("content", "declared_text", "binary"),
    [
        (b"plain\ttext\r\n\x1b[31m", False, False),
        ("é日本".encode(), False, False),
        ("é".encode() * 5_000 + b"\xc3", False, False),
        (b"caf\xe9", False, False),
        (b"a\0b", False, True),
        (b"a\0b" + b"c" * 20, True, False),
        (b"\x93smart\x94 " * 3, True, False),
        (b"caf\xe9 \x01", False, True),
        (bytes(range(256)), False, True),
        (bytes(range(256)), True, True),
        (bytes(100), True, True),
        (b"", False, False),
    ],
)
def test_binary(content, declared_text, binary) -> None:
    assert is_binary(content, declared_text=declared_text) == binary


def test_noise_is_binary() -> None:
    assert all(is_binary(os.urandom(200), declared_text=False) for _ in range(100))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<?xml version="1.0"?><a/>', "xml"),
        ("\n  <soap:Envelope xmlns='x'>", "xml"),
        ("<a-b/>", "xml"),
        ("<!DOCTYPE html>", "html"),
        ("<!doctype  HTML PUBLIC", "html"),
        ("<html lang='en'>", "html"),
        ("<HTML>", "html"),
        ("<p>hi", "html"),
        ("<john@example.com> wrote", ""),
        ("< b", ""),
        ("1 < 2", ""),
        ("", ""),
    ],
)
def test_markup(text, found) -> None:
    assert markup(text) == found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a=b&c=d", True),
        ("a%5B0%5D=1&b=", True),
        ("payload=%7B%7D&x=1", True),
        ("a=b", False),
        ("a=b & c=d", False),
        ("x = 1", False),
        ("a&b", False),
        ("", False),
        ("a=b&" * 200_000, False),
    ],
)
def test_form(text, form) -> None:
    assert is_form(text) == form
