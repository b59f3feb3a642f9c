import pytest

from webhook_inspector.drafts.repeating import Pace, Repetition, problem_of
from webhook_inspector.repeat import MOST_AT_ONCE
from webhook_inspector.ui.repeat_paces import PACES, choice_of


@pytest.mark.parametrize("key", PACES)
def test_each_line_is_found_again_with_its_number(key):
    choice = PACES[key]
    made = choice.apply(Repetition(times=3, doubled=True), choice.usual)
    assert problem_of(made, 1) is None
    assert (made.times, made.doubled) == (3, True)
    found, number = choice_of(made)
    assert found == key
    assert not choice.number or number == choice.usual


def test_the_largest_number_is_allowed():
    for choice in PACES.values():
        assert problem_of(choice.apply(Repetition(), choice.most), 1) is None


def test_what_a_scenario_says():
    assert choice_of(Repetition()) == ("one", 1)
    assert choice_of(Repetition(at_once=MOST_AT_ONCE)) == ("all", MOST_AT_ONCE)
    assert choice_of(Repetition(at_once=7)) == ("several", 7)
    assert choice_of(Repetition(pace=Pace.ORIGINAL, speed=2.5)) == ("faster", 2.5)
