r"""HAR 1.2 (HTTP Archive), the format that browsers and other inspectors read.

    {"log": {"version": "1.2", "creator": {…}, "pages": [], "entries": [
    {"startedDateTime": "2026-11-24T08:06:00.123Z", "time": 0,
     "request": {"method": "POST", "url": "http://127.0.0.1:8787/stripe", "httpVersion": "HTTP/1.1", "headers": […],
                 "postData": {"mimeType": "application/json", "text": "{\"hi\":1}"}, …},
     "response": {"status": 200, …}, "cache": {}, "timings": {…}, "_webhookInspector": {"head": "POST /stripe …", …}}
    ]}}

HAR keeps no bytes, so each entry has a member `_webhookInspector` with what it lacks: what we wrote comes back exactly. A body
that is no text is where HTTP Toolkit puts it: base64 in `_content`. Logs of other tools are read as `har_foreign` says.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from webhook_inspector import __version__
from webhook_inspector.core.capture import Record
from webhook_inspector.formats.format import Format, MisfitError, Source, read_up_to
from webhook_inspector.formats.har_entry import OURS, entry_of
from webhook_inspector.formats.har_foreign import object_of, record_of_entry, request_content
from webhook_inspector.formats.members import bytes_of, from_json, record_of, to_json

SIZE_LIMIT = 2**30
"""Largest file that is read, in bytes: JSON in one piece has to be taken into memory whole."""


def dumps(records: Iterable[Record]) -> Iterator[bytes]:
    creator = {"name": "Webhook Inspector", "version": __version__}
    yield f'{{"log":{{"version":"1.2","creator":{to_json(creator)},"pages":[],"entries":['.encode()
    comma = "\n"
    for record in records:
        yield (comma + to_json(entry_of(record))).encode()
        comma = ",\n"
    yield b"\n]}}\n"


def load(stream: BinaryIO, path: str = "") -> Iterator[Record]:
    source = Source.of(stream, path, FORMAT.name)
    try:
        entries = _entries(stream)
    except MisfitError as misfit:
        raise source.fault(str(misfit)) from misfit
    for number, entry in enumerate(entries, 1):
        try:
            record = _read(entry)
        except MisfitError as misfit:
            raise source.fault(f"entry {number}: {misfit}") from misfit
        yield record


def _entries(stream: BinaryIO) -> list[Any]:
    raw = read_up_to(stream, SIZE_LIMIT + 1)
    if len(raw) > SIZE_LIMIT:
        raise MisfitError(f"it is larger than {SIZE_LIMIT} bytes; export to jsonl or http instead")
    whole = from_json(raw)
    entries = object_of({"log": whole}, "log") and object_of(whole, "log").get("entries")
    if not isinstance(entries, list):
        raise MisfitError("it has no list of log.entries")
    return entries


def _read(entry: Any) -> Record:
    known = object_of({"entry": entry}, "entry")
    ours = object_of(known, OURS)
    if not ours:
        return record_of_entry(known)
    return record_of(ours, bytes_of(ours, "head"), request_content(object_of(known, "request")).body or b"")


FORMAT = Format("har", ".har", "HTTP Archive (HAR 1.2)", dumps, load)
