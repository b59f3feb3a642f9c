r"""Requests as they came, in `.http` files that editors with an HTTP client (VS Code, JetBrains) open and can send.

    ### 2026-11-24T08:06:00.123456789Z 127.0.0.1:50000
    # received_ns: 1795507560123456789
    # peer: "127.0.0.1:50000"
    # scheme: "http"
    # state: "complete"
    # body_size: 8
    # status: 200
    # reply: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    # bytes: {"head":47,"body":8}
    POST /stripe HTTP/1.1
    Host: 127.0.0.1:8787

    {"hi":1}

Comments hold JSON. The line `# bytes:` ends them: from the next line on, so many bytes are the head and so many the body, whatever
they are, so that they come back exactly. A request without that line is read as `http_by_hand` says.
"""

import re
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from webhook_inspector.core.capture import Record
from webhook_inspector.core.text import visible
from webhook_inspector.formats.format import Format, MisfitError, Source
from webhook_inspector.formats.http_by_hand import COMMENTS, SEPARATOR, read_by_hand
from webhook_inspector.formats.lines import Lines
from webhook_inspector.formats.members import from_json, members_of, record_of, to_json
from webhook_inspector.formats.moment import rfc3339

_MEMBER = re.compile(
    rb"# ((?:received_ns|peer|scheme|state|problem|body_size|status|trailers|reply|marks)(?:_base64)?): (.+)"
)
_SIZES = re.compile(rb'# bytes: \{"head":([0-9]{1,12}),"body":([0-9]{1,12})\}\s*')


def dumps(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield _comments(record)
        yield record.capture.head
        yield record.capture.body
        yield b"\n\n"


def load(stream: BinaryIO, path: str = "", clock: Callable[[], int] = time.time_ns) -> Iterator[Record]:
    """`clock` gives the moment, in UTC nanoseconds, for requests that do not say when they were received."""
    source = Source.of(stream, path, FORMAT.name)
    lines = Lines(stream)
    while True:
        start = lines.number + 1
        try:
            record = _next(lines, clock)
        except MisfitError as misfit:
            raise source.fault(f"in the request of lines {start} to {lines.number}: {misfit}") from misfit
        if not record:
            return
        yield record


def _comments(record: Record) -> bytes:
    capture = record.capture
    title = f"{SEPARATOR.decode()} {rfc3339(capture.received_ns)} {visible(capture.peer)}"
    known = {name: value for name, value in members_of(record).items() if value not in (None, "")}
    known["bytes"] = {"head": len(capture.head), "body": len(capture.body)}
    return "".join([title, "\n", *(f"# {name}: {to_json(value)}\n" for name, value in known.items())]).encode()


def _next(lines: Lines, clock: Callable[[], int]) -> Record | None:
    """The next capture, or None at the end of the file."""
    members: dict[str, bytes] = {}
    while line := lines.take().removeprefix(BOM_UTF8):
        if sizes := _SIZES.fullmatch(line):
            return _exact(lines, members, int(sizes[1]), int(sizes[2]))
        if line.startswith(SEPARATOR):
            members = {}
        elif member := _MEMBER.match(line):
            members[member[1].decode()] = member[2]
        elif not line.isspace() and not line.startswith(COMMENTS):
            return read_by_hand(lines, line, clock())
    return None


def _exact(lines: Lines, members: dict[str, bytes], head_size: int, body_size: int) -> Record:
    values = {name: from_json(value) for name, value in members.items()}
    head, body = lines.raw(head_size), lines.raw(body_size)
    if lines.take().strip():
        raise MisfitError(
            "head and body do not have the sizes of its “# bytes:” line; without that line it is read as text"
        )
    return record_of(values, head, body)


FORMAT = Format("http", ".http", "HTTP requests", dumps, load)
