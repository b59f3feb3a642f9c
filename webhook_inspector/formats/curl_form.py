"""The body of `curl -F name=value`: multipart/form-data, with a boundary made of its content, so that it is the same each time."""

import hashlib
import re
from collections.abc import Sequence

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import show

_EXTRA = re.compile(r";\s*(type|filename)=(\"(?:[^\"\\]|\\.)*\"|[^;\"]*)\s*\Z")
_SHOWN = 60


def multipart(form: Sequence[tuple[str, str]]) -> tuple[bytes, bytes]:
    """Content type and body. Each field is `form` or `form-string`, with its text; `form` may end in `;type=…;filename=…`."""
    parts = [_part(text, plain=name == "form-string") for name, text in form]
    boundary = b"-" * 24 + hashlib.sha256(b"\x00".join(parts)).hexdigest()[:16].encode()
    body = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + boundary + b"--\r\n"
    return b"multipart/form-data; boundary=" + boundary, body


def _part(text: str, *, plain: bool) -> bytes:
    name, mark, content = text.partition("=")
    if not mark:
        shown = show(text[:_SHOWN].encode("utf-8", "surrogateescape"))
        raise KnownError(Problem.of("curl-form", text=shown))
    extras: dict[str, str] = {}
    while not plain and (extra := _EXTRA.search(content)):
        extras[extra[1]] = _unquoted(extra[2])
        content = content[: extra.start()]
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if "filename" in extras:
        head += f'; filename="{_quoted(extras["filename"])}"'
    if "type" in extras:
        head += f"\r\nContent-Type: {_quoted(extras['type'])}"
    value = content if plain else _unquoted(content)
    return f"{head}\r\n\r\n{value}".encode("utf-8", "surrogateescape")


def _unquoted(text: str) -> str:
    whole = len(text) > 1 and text.startswith('"') and text.endswith('"')
    return re.sub(r"\\([\\\"])", r"\1", text[1:-1]) if whole else text


def _quoted(text: str) -> str:
    """As browsers write names, so that none ends its line or its quotation marks."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
