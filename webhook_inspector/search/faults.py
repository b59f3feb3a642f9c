"""What is wrong with the text of a filter, and where."""

from dataclasses import dataclass

from webhook_inspector.core.problem import Particular, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    problem: Problem
    start: int
    end: int
    """The place in the text: `text[start:end]`; it may be empty, where something is missing."""


class FilterError(Exception):
    """Carries a fault out of the middle of parsing; `parse` makes a value of it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.problem.code)
        self.fault = fault


def wrong(start: int, end: int, code: str, **particulars: Particular) -> FilterError:
    return FilterError(Fault(Problem.of(code, **particulars), start, end))
