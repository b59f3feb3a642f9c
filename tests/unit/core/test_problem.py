import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError, Problem, reason_of


def test_it_goes_to_json_and_back() -> None:
    problem = Problem.of("body-too-long", announced=5, limit=3, kept=1)
    assert Problem.from_json(problem.to_json()) == problem


@given(st.text(max_size=40))
def test_junk_becomes_the_problem_unreadable(text: str) -> None:
    assert Problem.from_json(text).code in ("unreadable", text)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"code": 1', "3"])
def test_other_json_does_too(text: str) -> None:
    assert Problem.from_json(text) == Problem.of("unreadable", text=text)


def test_an_error_carries_its_problem() -> None:
    assert KnownError(Problem.of("no-capture", id=3)).problem.code == "no-capture"


def test_a_reason_is_never_empty() -> None:
    assert reason_of(OSError()) == "OSError"
    assert reason_of(OSError("in one word")) == "in one word"
    assert reason_of(OSError(errno.EIO, "broken")) == "broken"
    assert reason_of(ValueError("words")) == "words"
    assert reason_of(TimeoutError()) == "TimeoutError"
