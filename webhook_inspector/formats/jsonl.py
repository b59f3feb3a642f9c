r"""JSON Lines: one capture a line, exact, and ready for `jq`.

    {"received_at":"2026-11-24T08:06:00.123456789Z","method":"POST","target":"/stripe",
     "headers":[["Host","127.0.0.1:8787"]],"body":"{\"hi\":1}","status":200,"peer":"127.0.0.1:50000","scheme":"http",
     "received_ns":1795507560123456789,"state":"complete","problem":null,"body_size":8,"trailers":"",
     "reply":"HTTP/1.1 200 OK\r\n\r\n","head":"POST /stripe HTTP/1.1\r\nHost: 127.0.0.1:8787\r\n\r\n"}

(on one line). `received_at`, `method`, `target` and `headers` are for people: reading takes `received_ns` and `head`. Bytes that
are no clean text stand as base64: `body_base64`, `head_base64`, `reply_base64`, `trailers_base64`.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from webhook_inspector.core.capture import Record
from webhook_inspector.core.text import show
from webhook_inspector.formats.format import Format, MisfitError, Source
from webhook_inspector.formats.lines import Lines
from webhook_inspector.formats.members import (
    Members,
    bytes_member,
    bytes_of,
    from_json,
    members_of,
    record_of,
    to_json,
)
from webhook_inspector.formats.moment import rfc3339


def dumps(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield to_json({**_for_people(record), **members_of(record), **_exact(record)}).encode() + b"\n"


def load(stream: BinaryIO, path: str = "") -> Iterator[Record]:
    """Lines up to `lines.LINE_LIMIT`: bodies of 128 MiB of text or 190 MiB of anything else; `http` has room for larger ones."""
    source = Source.of(stream, path, FORMAT.name)
    lines = Lines(stream)
    while True:
        try:
            line = lines.take()
            record = _read(line) if line and not line.isspace() else None
        except MisfitError as misfit:
            raise source.fault(f"line {lines.number}: {misfit}") from misfit
        if record:
            yield record
        if not line:
            return


def _for_people(record: Record) -> Members:
    head = record.capture.parsed()
    return {
        "received_at": rfc3339(record.capture.received_ns),
        "method": head.method,
        "target": show(head.target),
        "headers": [[show(name), show(value)] for name, value in head.fields],
    }


def _exact(record: Record) -> Members:
    return {**bytes_member("head", record.capture.head), **bytes_member("body", record.capture.body)}


def _read(line: bytes) -> Record:
    members = from_json(line)
    if not isinstance(members, dict):
        raise MisfitError("not a JSON object")
    return record_of(members, bytes_of(members, "head"), bytes_of(members, "body", b""))


FORMAT = Format("jsonl", ".jsonl", "JSON Lines", dumps, load)
