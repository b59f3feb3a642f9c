"""How a record lies in the history's two tables: the one place that maps values to columns and back.

`captures` holds what lists show, small enough to scan a million rows; `contents` holds the bytes. The body is the last
column of its table, so that everything before it is read without walking through the body's pages.
"""

import hashlib
from typing import Any

from webhook_inspector.core.capture import Capture, Record, Row, State, row_of
from webhook_inspector.core.problem import Problem

Columns = tuple[Any, ...]

ROW_COLUMNS = "id, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem"
"""The columns of a Row, in its own order."""

_RECORD_COLUMNS = (
    "captures.id, received_ns, peer, scheme, status, body_size, state, problem, head, trailers, reply, {body}"
    " FROM captures JOIN contents ON contents.id = captures.id WHERE captures.id = ?"
)
SELECT_RECORD = "SELECT " + _RECORD_COLUMNS.format(body="body")
SELECT_WITHOUT_BODY = "SELECT " + _RECORD_COLUMNS.format(body="x''")
SELECT_WITH_HASH = "SELECT sha256, " + _RECORD_COLUMNS.format(body="body")
RECORD_TYPES: tuple[type | tuple[type, ...], ...] = (
    *(int, int, str, str, int, int, str, (str, type(None))),
    *(bytes, bytes, bytes, bytes),
)
"""What SELECT_RECORD finds in each column; a file from elsewhere may hold anything."""

INSERT_CAPTURE = """
    INSERT INTO captures (
        id, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem,
        scheme, stored_size, sha256
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
INSERT_CONTENT = "INSERT INTO contents (id, head, trailers, reply, body) VALUES (?, ?, ?, ?, ?)"


def columns_of(record: Record) -> tuple[Row, Columns, Columns]:
    """The list's row of `record`, and what to insert into `captures` and `contents`."""
    capture = record.capture
    row = row_of(record)
    listed = (
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
        capture.scheme,
        len(capture.body),
        hashlib.sha256(capture.body).digest(),
    )
    return row, listed, (row.id, capture.head, capture.trailers, record.reply, capture.body)


def read_row(columns: Columns) -> Row:
    """The inverse for ROW_COLUMNS."""
    number, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem = columns
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
    )


def read_record(columns: Columns) -> Record:
    """The inverse for SELECT_RECORD."""
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


def _problem(text: str | None) -> Problem | None:
    return None if text is None else Problem.from_json(text)
