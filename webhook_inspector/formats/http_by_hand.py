"""One request of an `.http` file that a person or another tool wrote: no byte counts, only the layout.

    POST https://example.com/stripe
    Content-Type: application/json

    {"hi":1}

A method (GET where there is none) with a URL, or with a path where a Host header follows; headers; an empty line; the body up to
the next `###`, without the line breaks at its end. Variables such as `{{host}}` stay as they are, scripts are not run.
"""

import re
from collections.abc import Iterator

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.head import request_head, short
from webhook_inspector.formats.lines import RAW_LIMIT, Lines

SEPARATOR = b"###"
COMMENTS = (b"#", b"//", b"@")
"""How a comment, and the definition of a variable, begin."""

_REQUEST_LINE = re.compile(r"(?:(\S+)[ \t]+)?(\S+?)(?:[ \t]+(HTTP/[0-9.]+))?\s*")
_INCLUDE = re.compile(rb"<@?[ \t]")


def read_by_hand(lines: Lines, first: bytes, received_ns: int) -> Record:
    """`first` is the request line, already taken; `received_ns` stands for the moment that the file does not tell."""
    found = _REQUEST_LINE.fullmatch(_text(first))
    if not found:
        raise MisfitError("its first line is not METHOD URL")
    method, address, version = found.groups()
    fields = list(_fields(lines))
    body = _body(lines)
    scheme, head = request_head(method or "GET", address, fields, len(body), version or "")
    capture = Capture(received_ns=received_ns, peer="", scheme=scheme, head=head, body=body, body_size=len(body))
    return Record(capture, status=0)


def _fields(lines: Lines) -> Iterator[tuple[str, str]]:
    while (line := lines.take()).strip():
        if line.startswith(SEPARATOR):
            lines.give_back(line)
            return
        if line.startswith(COMMENTS):
            continue
        name, colon, value = _text(line).partition(":")
        if not colon:
            raise MisfitError(f"a line among its headers has no colon: {short(name.strip())}")
        yield name, value.strip()


def _body(lines: Lines) -> bytes:
    pieces: list[bytes] = []
    room = RAW_LIMIT
    while (line := lines.take()) and not line.startswith(SEPARATOR):
        pieces.append(line)
        room -= len(line)
        if room < 0:
            raise MisfitError(f"more than {RAW_LIMIT} bytes in one piece")
    lines.give_back(line)
    # What is imported must not name files of the user's.
    if pieces and _INCLUDE.match(pieces[0]):
        raise MisfitError("its body is in another file, which is not read")
    return b"".join(pieces).rstrip(b"\r\n")


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise MisfitError("not UTF-8 text") from error
