from dataclasses import replace

import pytest

from tests.unit.drafts.attempts import attempt
from webhook_inspector.compare.change import Place
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.outcomes import Progress, compare_responses, progress

GONE = attempt(problem=Problem.of("x"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, attempt(200), Progress.FIRST_PASSED),
        (None, attempt(500), Progress.FIRST_FAILED),
        (attempt(500), attempt(204), Progress.FIXED),
        (GONE, attempt(204), Progress.FIXED),
        (attempt(200), attempt(500), Progress.REGRESSED),
        (attempt(200), GONE, Progress.REGRESSED),
        (attempt(500), attempt(404), Progress.STILL_FAILING),
        (attempt(200), attempt(201), Progress.STILL_PASSING),
    ],
)
def test_what_became_of_it(before, after, expected) -> None:
    assert progress(before, after) is expected


def test_responses_differ_in_status_headers_and_body() -> None:
    head = b"HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nX-New: 1\r\n\r\n"
    found = compare_responses(attempt(200, body=b'{"a":1,"b":2}'), attempt(500, head=head, body=b'{"b":2,"a":3}'))
    assert found is not None
    assert [(one.place, one.name, one.before, one.after) for one in found.changes] == [
        (Place.STATUS, "status", "HTTP/1.1 200 Words", "HTTP/1.1 500 Oops"),
        (Place.HEADER, "X-New", None, "1"),
        (Place.BODY, "a", "1", "3"),
    ]
    assert found.by_value


def test_equal_responses_have_no_change() -> None:
    found = compare_responses(attempt(200), attempt(200, seconds=9))
    assert found is not None
    assert found.changes == ()
    assert [row.left for row in found.sections[0].rows] == ["HTTP/1.1 200 Words"]


def test_a_body_of_which_only_a_part_was_kept_is_told() -> None:
    first, second = attempt(200, number=1), attempt(200, number=2)
    assert second.response is not None
    found = compare_responses(first, replace(second, response=replace(second.response, body_size=99)))
    assert found is not None
    assert found.remarks[0] == Problem.of("response-part", id=2, shown=2, total=99)
    assert "attempt 2" in sentence(found.remarks[0])


def test_without_an_answer_there_is_nothing_to_compare() -> None:
    assert compare_responses(GONE, attempt(200)) is None
    assert compare_responses(attempt(200), GONE) is None
