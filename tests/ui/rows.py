"""Rows and cells for tests of the table."""

from array import array
from collections.abc import Iterable

from tests.makers import RECEIVED_NS
from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.delivery import NO_DELIVERIES, Deliveries
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.marks import NO_MARKS, Marks
from webhook_inspector.core.problem import Problem
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Query
from webhook_inspector.ui.columns import COLUMNS, Cells, cells_of


def make_row(
    number: int = 1,
    *,
    target: str = "/stripe",
    method: str = "POST",
    host: str = "127.0.0.1:8787",
    content_type: str = "application/json; charset=utf-8",
    status: int = 200,
    body_size: int = 3174,
    state: State = State.COMPLETE,
    problem: Problem | None = None,
    judgement: Judgement = NOT_JUDGED,
    first: int = 0,
    tries: int = 1,
    marks: Marks = NO_MARKS,
    deliveries: Deliveries = NO_DELIVERIES,
) -> Row:
    return Row(
        id=number,
        received_ns=RECEIVED_NS + number * 10**6,
        endpoint=target.partition("?")[0],
        method=method,
        target=target,
        content_type=content_type,
        peer="127.0.0.1:50000",
        host=host,
        status=status,
        body_size=body_size,
        state=state,
        problem=problem,
        judgement=judgement,
        first=first,
        tries=tries,
        marks=marks,
        deliveries=deliveries,
    )


def ids(numbers: Iterable[int]) -> "array[int]":
    return array("q", numbers)


def place_of(key: str) -> int:
    """The section of a column."""
    return [column.key for column in COLUMNS].index(key)


def make_cells(numbers: Iterable[int]) -> list[Cells]:
    return [cells_of(make_row(number, target=f"/hook/{number}")) for number in numbers]


def tries_cells(first: int, further: Iterable[int]) -> list[Cells]:
    """The cells of a delivery that was tried several times."""
    numbers = list(further)
    rows = [make_row(first, tries=1 + len(numbers)), *(make_row(number, first=first) for number in numbers)]
    return [cells_of(row) for row in rows]


def query_of(text: str) -> Query:
    """A filter that can be understood."""
    query = parse(text).query
    assert query is not None
    return query
