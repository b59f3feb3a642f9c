import pytest

from tests.ui.history import paid, tries
from tests.ui.shelf import Shelf
from webhook_inspector.compare.counterpart import other_try, previous_of_kind
from webhook_inspector.core.problem import KnownError


def code_of(error: pytest.ExceptionInfo[KnownError]) -> str:
    return error.value.problem.code


def test_the_one_before_of_its_kind():
    shelf = Shelf(*tries("a", "", "b"))
    assert previous_of_kind(shelf, 3) == (1, 3)


@pytest.mark.parametrize(("number", "code"), [(1, "compare-no-previous"), (2, "compare-no-kind"), (9, "no-capture")])
def test_where_there_is_none(number: int, code: str):
    with pytest.raises(KnownError) as error:
        previous_of_kind(Shelf(*tries("a", "", "b")), number)
    assert code_of(error) == code


def test_another_try():
    shelf = Shelf(*tries("a", "a", "a", "b"))
    shelf.tries = (1, 2, 3)
    assert [other_try(shelf, number) for number in (1, 2, 3)] == [(1, 2), (1, 2), (2, 3)]


@pytest.mark.parametrize(("number", "code"), [(4, "compare-no-retry"), (9, "no-capture")])
def test_where_it_came_once(number: int, code: str):
    shelf = Shelf(*tries("a", "a", "a", "b"))
    shelf.tries = (1, 2, 3)
    assert paid("b") is not None
    with pytest.raises(KnownError) as error:
        other_try(shelf, number)
    assert code_of(error) == code
