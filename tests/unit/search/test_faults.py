from webhook_inspector.core.problem import Problem
from webhook_inspector.search.faults import Fault, FilterError, wrong


def test_a_fault_has_a_place() -> None:
    error = wrong(2, 5, "filter-number", field="status", example="status:200")
    assert isinstance(error, FilterError)
    assert error.fault == Fault(Problem.of("filter-number", field="status", example="status:200"), 2, 5)
