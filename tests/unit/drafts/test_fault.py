from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fault import Fault, Where


def test_a_fault_has_a_row_only_in_a_header() -> None:
    assert Fault(Where.URL, Problem.of("draft-url-blank")).row == -1
    assert Fault(Where.HEADER_NAME, Problem.of("draft-header-name", name="a b"), 3).row == 3
