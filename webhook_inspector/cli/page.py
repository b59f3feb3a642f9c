"""One capture for the terminal: what came, its headers and its body, as text for people or as a JSON object."""

import json
import sys
from collections.abc import Iterator

from webhook_inspector.bodies.ansi import ansi
from webhook_inspector.bodies.highlight import spans
from webhook_inspector.bodies.pretty import render
from webhook_inspector.cli.rows import as_json, local_time, marks_text, ordinal, size_text, told, tries_text, words
from webhook_inspector.cli.streams import coloured, paint
from webhook_inspector.cli.verdict_words import WAITING, WORDS, colour_of
from webhook_inspector.core.capture import Capture, Record, Row, State
from webhook_inspector.core.headers import first
from webhook_inspector.core.marks import NO_MARKS
from webhook_inspector.core.text import show, visible
from webhook_inspector.formats.members import bytes_member
from webhook_inspector.formats.moment import rfc3339

_ACCOUNTS = {True: "live", False: "test", None: ""}


def page(record: Record, row: Row) -> Iterator[str]:
    """The lines that `show` prints; `row` is the list's view of the record."""
    colour = coloured(sys.stdout)
    capture = record.capture
    yield _title(f"Capture {record.id}", colour)
    for name, value in (*_overview(record, row), *_judged(row, colour)):
        yield f"  {name:<8}  {value}"
    yield from ("", _title("Headers", colour))
    yield from (f"  {line}" for line in header_lines(capture))
    if capture.trailers:
        yield from ("", _title("Trailers", colour))
        yield from (f"  {line}" for line in _block_lines(capture.trailers))
    yield from ("", _title("Body", colour))
    yield from _body(capture, colour)


def header_lines(capture: Capture) -> list[str]:
    """The header block as it came, a line each, without the request line; what cannot be shown is written as escapes."""
    return _block_lines(capture.head.partition(b"\n")[2])


def json_object(record: Record, row: Row) -> str:
    """What `list --json` says and what only one capture has room for. Bytes that are no clean text stand as `…_base64`."""
    capture = record.capture
    head = capture.parsed()
    return json.dumps(
        {
            **as_json(row),
            "scheme": capture.scheme,
            "http_version": head.version,
            "headers": [[show(name), show(value)] for name, value in head.fields],
            **bytes_member("body", capture.body),
            "stored": len(capture.body),
            "sha256": capture.sha256(),
            **bytes_member("head", capture.head),
            **bytes_member("trailers", capture.trailers),
            **bytes_member("reply", record.reply),
        }
    )


def _overview(record: Record, row: Row) -> Iterator[tuple[str, str]]:
    capture = record.capture
    head = capture.parsed()
    yield "Request", " ".join(filter(None, (head.method, show(head.target), head.version)))
    yield "Received", f"{local_time(capture.received_ns)}, {rfc3339(capture.received_ns)}"
    yield "From", capture.peer
    yield "Reply", show(record.reply.partition(b"\r\n")[0]) or "none: the sender had gone"
    yield "Body", ", ".join(filter(None, (size_text(capture.body_size), row.content_type)))
    yield "SHA-256", capture.sha256()
    if capture.state != State.COMPLETE:
        yield "State", f"{capture.state}, {len(capture.body)} of {capture.body_size} body bytes are kept"
        yield "Problem", words(row) or "unknown"


def _judged(row: Row, colour: bool) -> Iterator[tuple[str, str]]:
    """What it tells, and whether its signature is valid."""
    judgement, meaning = row.judgement, row.judgement.meaning
    attempt = f"{ordinal(meaning.attempt)} try" if meaning.attempt else ""
    event = ", ".join(filter(None, (told(row), visible(meaning.event_id), attempt, _ACCOUNTS[meaning.live])))
    if event:
        yield "Event", event
    if row.state is not State.REFUSED:
        word = f"{WAITING} not verified yet" if judgement.status is None else WORDS[judgement.status]
        painted = paint(word, colour_of(judgement.status)) if colour else word
        key = f"with the key {visible(judgement.key_label)}" if judgement.key_label else ""
        yield "Verdict", ", ".join(filter(None, (painted, judgement.scheme, key)))
    if tries_text(row):
        yield "Tries", tries_text(row)
    if row.marks is not NO_MARKS:
        yield "Marks", marks_text(row)
    if row.marks.note:
        yield "Note", visible(" ".join(row.marks.note.split()))


def _block_lines(block: bytes) -> list[str]:
    return [show(line.removesuffix(b"\r")) for line in block.split(b"\n") if line.removesuffix(b"\r")]


def _body(capture: Capture, colour: bool) -> Iterator[str]:
    fields = capture.parsed().fields
    rendered = render(
        capture.body,
        show(first(fields, b"content-type") or b""),
        show(first(fields, b"content-encoding") or b""),
        pretty=True,
        whole=capture.state == State.COMPLETE,
    )
    for note in rendered.notes:
        yield paint(note, "dim") if colour else f"({note})"
    if colour and rendered.language:
        yield from ansi(rendered.lines, spans(rendered.lines, rendered.language))
    else:
        yield from rendered.lines


def _title(text: str, colour: bool) -> str:
    return paint(text, "bold") if colour else text
