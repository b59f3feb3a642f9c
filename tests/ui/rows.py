"""Rows and cells for tests of the table."""

from array import array
from collections.abc import Iterable

from tests.makers import RECEIVED_NS
from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.columns import Cells, cells_of


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
    )


def ids(numbers: Iterable[int]) -> "array[int]":
    return array("q", numbers)


def make_cells(numbers: Iterable[int]) -> list[Cells]:
    return [cells_of(make_row(number, target=f"/hook/{number}")) for number in numbers]
