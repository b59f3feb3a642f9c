"""How a record lies in the history's two tables: the one place that maps values to columns and back.

`captures` holds what lists show, small enough to scan a million rows; `contents` holds the bytes. The body is the last
column of its table, so that everything before it is read without walking through the body's pages.
"""

import hashlib
from dataclasses import replace
from typing import Any

from webhook_inspector.core.capture import Capture, Record, Row, State, row_of
from webhook_inspector.core.delivery import NO_DELIVERIES, Deliveries, DeliveryState
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.marks import COLOURS, NO_MARKS, NOTE_LIMIT, Marks
from webhook_inspector.core.meaning import NO_MEANING, Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status

Columns = tuple[Any, ...]

_LISTED = "id, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem"
_JUDGED = "provider, event, event_id, attempt, live, sent_ns, verdict, signed_by, key_label"
_MARKED = "pinned, colour, tags, note"
TRIES = 10_000
"""As many tries of one delivery are counted; a load test may post the same event a million times."""
_DELIVERY = f"""first, 1 + (
    SELECT count(*) FROM (SELECT 1 FROM captures AS again WHERE again.first = captures.id LIMIT {TRIES - 1}))"""
_SENT = f"""(
    SELECT group_concat(substr(state, 1, 1), '')
    FROM (SELECT state FROM deliveries WHERE deliveries.capture = captures.id LIMIT {TRIES}))"""
"""A letter for each delivery, of which there are rarely more than two."""
_STORED = "captures.id, received_ns, peer, scheme, status, body_size, state, problem, head, trailers, reply"
_BODY = {True: "body", False: "x''"}
_PLAIN = 16
_NOT_JUDGED = "'', '', '', 0, NULL, NULL, NULL, '', ''"
_NOT_MARKED = "0, '', '', ''"
_ALONE = "NULL, 1"
_FROM = "FROM captures JOIN contents ON contents.id = captures.id WHERE captures.id = ?"


def select_rows(number: int) -> str:
    """The columns of rows in a history of the format `number`: of those whose ids come as a JSON list."""
    judged, delivery = (_JUDGED, _DELIVERY) if number >= 2 else (_NOT_JUDGED, _ALONE)
    marked, sent = _MARKED if number >= 3 else _NOT_MARKED, _SENT if number >= 4 else "NULL"
    return f"""
        SELECT {_LISTED}, {judged}, {marked}, {delivery}, {sent} FROM captures
        WHERE id IN (SELECT value FROM json_each(?)) AND {there(number)}"""


def select_record(number: int, *, body: bool) -> str:
    """The columns of the record of one id in a history of the format `number`; without its body, that is empty."""
    judged, marked = _JUDGED if number >= 2 else _NOT_JUDGED, _MARKED if number >= 3 else _NOT_MARKED
    return f"SELECT {judged}, {marked}, {_STORED}, {_BODY[body]} {_FROM} AND {there(number)}"


def there(number: int, table: str = "captures") -> str:
    """Whether a capture of a history of the format `number` is not deleted, as SQL."""
    return f"{table}.deleted_ns IS NULL" if number >= 3 else "1"


SELECT_WITH_HASH = f"SELECT sha256, {_STORED}, body {_FROM}"
SELECT_MARKS = f"SELECT {_MARKED} FROM captures WHERE id = ?"
STORED_TYPES: tuple[type | tuple[type, ...], ...] = (
    *(int, int, str, str, int, int, str, (str, type(None))),
    *(bytes, bytes, bytes, bytes),
)
"""What SELECT_WITH_HASH finds in each column after the first; a file from elsewhere may hold anything."""

_OF_DELIVERY = "event_id != '' AND event_id = ? AND provider = ? AND deleted_ns IS NULL"
FIRST_OF = f"SELECT min(id) FROM captures WHERE {_OF_DELIVERY}"
"""The first capture of a delivery that is there: its event id and provider."""
INSERT_CAPTURE = f"""
    INSERT INTO captures (
        {_LISTED},
        {_JUDGED},
        scheme, stored_size, sha256, first
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ({FIRST_OF}))"""
INSERT_PLAIN = f"""
    INSERT INTO captures ({_LISTED}, verdict, scheme, stored_size, sha256)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?)"""
"""Of a capture of which nothing is known but, perhaps, that: most test posts."""
INSERT_CONTENT = "INSERT INTO contents (id, head, trailers, reply, body) VALUES (?, ?, ?, ?, ?)"
SELECT_DELIVERY = "SELECT event_id, provider FROM captures WHERE id = ?"
SELECT_RETRIES = "SELECT id, first FROM captures WHERE first IS NOT NULL AND id BETWEEN ? AND ?"
UPDATE_JUDGEMENT = f"""
    UPDATE captures SET ({_JUDGED}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"""
UPDATE_DELIVERY = f"""
    UPDATE captures SET first = nullif(({FIRST_OF}), id) WHERE {_OF_DELIVERY}"""
"""Of all captures of one delivery that are there: its event id and provider, twice."""
UPDATE_MARKS = f"UPDATE captures SET ({_MARKED}) = (?, ?, ?, ?) WHERE id = ?"


def columns_of(record: Record) -> tuple[Row, Columns, Columns]:
    """The list's row of `record`, and what to insert into `captures`, by INSERT_PLAIN or INSERT_CAPTURE, and into `contents`."""
    capture = record.capture
    row = row_of(record)
    listed: Columns = (
        row.id,
        row.received_ns,
        row.endpoint,
        row.method,
        row.target,
        row.content_type,
        row.peer,
        row.host,
        row.status,
        row.body_size,
        row.state.value,
        None if row.problem is None else row.problem.to_json(),
    )
    stored = (capture.scheme, len(capture.body), hashlib.sha256(capture.body).digest())
    meaning = row.judgement.meaning
    if meaning == NO_MEANING and not row.judgement.scheme:
        listed = (*listed, _word_of(record.judgement), *stored)
    else:
        listed = (*listed, *judged_columns(record.judgement), *stored, meaning.event_id, meaning.provider)
    return row, listed, (row.id, capture.head, capture.trailers, record.reply, capture.body)


def is_plain(listed: Columns) -> bool:
    """Whether INSERT_PLAIN is for these columns of `captures`."""
    return len(listed) == _PLAIN


def _word_of(judgement: Judgement | None) -> str | None:
    """NULL while there is none, empty where there was nothing to judge."""
    if judgement is None:
        return None
    return "" if judgement.status is None else judgement.status.value


def judged_columns(judgement: Judgement | None) -> Columns:
    """The columns of a judgement."""
    meaning = NO_MEANING if judgement is None else judgement.meaning
    return (
        meaning.provider,
        meaning.event,
        meaning.event_id,
        meaning.attempt,
        meaning.live,
        meaning.sent_ns,
        _word_of(judgement),
        "" if judgement is None else judgement.scheme,
        "" if judgement is None else judgement.key_label,
    )


def read_row(columns: Columns) -> Row:
    """The inverse for `select_rows`."""
    number, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem = (
        columns[:12]
    )
    first, tries, sent = columns[25:]
    return Row(
        id=number,
        received_ns=received_ns,
        endpoint=endpoint,
        method=method,
        target=target,
        content_type=content_type,
        peer=peer,
        host=host,
        status=status,
        body_size=body_size,
        state=State(state),
        problem=_problem(problem),
        judgement=read_judgement(columns[12:21]) or NOT_JUDGED,
        first=first or 0,
        tries=tries,
        marks=read_marks(columns[21:25]),
        deliveries=NO_DELIVERIES if sent is None else _deliveries(sent),
    )


def _deliveries(letters: str) -> Deliveries:
    """Of a state that this version does not know, nothing is counted."""
    return Deliveries(**{state.value: letters.count(state.value[0]) for state in DeliveryState})


def read_record(columns: Columns) -> Record:
    """The inverse for `select_record`."""
    stored = read_stored(columns[13:])
    return replace(stored, judgement=read_judgement(columns[:9]), marks=read_marks(columns[9:13]))


def read_stored(columns: Columns) -> Record:
    """The inverse for the columns of SELECT_WITH_HASH after the first: what came, and no judgement of it."""
    number, received_ns, peer, scheme, status, body_size, state, problem, head, trailers, reply, body = columns
    capture = Capture(
        received_ns=received_ns,
        peer=peer,
        scheme=scheme,
        head=head,
        body=body,
        state=State(state),
        problem=_problem(problem),
        body_size=body_size,
        trailers=trailers,
    )
    return Record(capture, status, reply, number)


def read_judgement(columns: Columns) -> Judgement | None:
    """The inverse of `judged_columns`. A word that this version does not know is no verdict."""
    provider, event, event_id, attempt, live, sent_ns, verdict, signed_by, key_label = columns
    if verdict is None:
        return None
    meaning = Meaning(provider, event, event_id, attempt, None if live is None else bool(live), sent_ns)
    return Judgement(meaning, _STATUSES.get(verdict), signed_by, key_label)


def marks_columns(marks: Marks) -> Columns:
    """What UPDATE_MARKS writes, without the id."""
    return (marks.pinned, marks.colour, f" {' '.join(marks.tags)} " if marks.tags else "", marks.note)


def read_marks(columns: Columns) -> Marks:
    """The inverse of `marks_columns`. A colour that this version does not know is none."""
    pinned, colour, tags, note = columns
    if not (pinned or colour or tags or note):
        return NO_MARKS
    return Marks(bool(pinned), colour if colour in COLOURS else "", tuple(tags.split()), note[:NOTE_LIMIT])


_STATUSES = {status.value: status for status in Status}


def _problem(text: str | None) -> Problem | None:
    return None if text is None else Problem.from_json(text)
