from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.repeating import Pace, Repetition
from webhook_inspector.scenarios import Scenario, load_scenarios, remove_scenario, save_scenario
from webhook_inspector.settings import load_settings

RUSH = Scenario("Rush", "http://localhost:3000", "since:1d", repetition=Repetition(3, 8, Pace.ORIGINAL, speed=10.0))
PLAIN = Scenario("Plain", "http://localhost:3000/in", sign=True)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
repetitions = st.builds(
    Repetition,
    st.integers(1, 9),
    st.integers(1, 99),
    st.sampled_from(Pace),
    st.floats(0.01, 1000),
    st.floats(0.01, 1000),
    st.booleans(),
    st.booleans(),
    st.integers(-(2**60), 2**60),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_there_are_none_without_a_file(path: Path) -> None:
    assert load_scenarios(path) == ()
    remove_scenario(path, "Rush")
    assert not path.exists()


def test_they_are_kept_in_order_beside_what_the_user_wrote(path: Path) -> None:
    path.write_text("# mine\n[listener]\nport = 9000 # the usual\n")
    save_scenario(path, RUSH)
    save_scenario(path, PLAIN)
    assert load_scenarios(path) == (RUSH, PLAIN)
    assert path.read_text().startswith("# mine\n[listener]\nport = 9000 # the usual\n")
    assert load_settings(path).number("listener.port") == 9000
    remove_scenario(path, "Rush")
    assert load_scenarios(path) == (PLAIN,)
    remove_scenario(path, "Plain")
    assert path.read_text().strip() == "# mine\n[listener]\nport = 9000 # the usual"


def test_only_what_differs_is_written(path: Path) -> None:
    save_scenario(path, Scenario("A", "http://a"))
    assert path.read_text() == '[[scenarios]]\nname = "A"\nto = "http://a"\n'


def test_another_name_leaves_its_place_and_takes_the_other_of_that_name_away(path: Path) -> None:
    save_scenario(path, RUSH)
    save_scenario(path, PLAIN)
    save_scenario(path, Scenario("Plain", "http://b"), before="Rush")
    assert load_scenarios(path) == (Scenario("Plain", "http://b"),)
    save_scenario(path, PLAIN)
    assert load_scenarios(path) == (PLAIN,)


@given(st.builds(Scenario, texts.filter(str.strip), st.just("http://a/b?c"), texts, st.booleans(), repetitions))
def test_anything_comes_back_as_it_went(tmp_path_factory, saved) -> None:
    path = tmp_path_factory.mktemp("scenarios") / "settings.toml"
    save_scenario(path, saved)
    assert load_scenarios(path) == (saved,)


def test_whole_numbers_are_numbers(path: Path) -> None:
    path.write_text("[[scenarios]]\nname = 'a'\nto = 'http://a'\nspeed = 10\nper_second = 5\n")
    assert load_scenarios(path)[0].repetition == Repetition(speed=10.0, per_second=5.0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("scenarios = 1", "must be tables that each begin with [[scenarios]]"),
        ("[scenarios]\nname = 'a'", "must be tables"),
        ("[[scenarios]]\nto = 'http://a'", "[[scenarios]] number 1: name needs a text in quotes"),
        ("[[scenarios]]\nname = 'a'\nto = ' '", "to needs a text"),
        ("[[scenarios]]\nname = 'a'\nto = 'a'", "is no whole address"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\nfilter = 1", "filter needs a text in quotes, not 1"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\nsign = 1", "sign needs true or false, not 1"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\ntimes = true", "times needs a whole number, not True"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\ntimes = 0", "at least once"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\ntimes = 1000000", "At most 100000"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\nspeed = 'x'", "speed needs a number up to 100000, not 'x'"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\nspeed = nan", "must be above 0"),
        (f"[[scenarios]]\nname = 'a'\nto = 'http://a'\nspeed = {10**400}", "needs a number up to"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\npace = 'fast'", "pace needs one of at once, rate, original"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\npace = [1]", "not [1]"),
        ("[[scenarios]]\nname = 'a'\nto = 'http://a'\nx = 1", "unknown x"),
        (
            "[[scenarios]]\nname = 'a'\nto = 'http://a'\n[[scenarios]]\nname = 'a'\nto = 'http://b'",
            "'a' is there twice",
        ),
        ("[[scenarios", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place_and_not_written_over(path: Path, content, words) -> None:
    path.write_text(content)
    for work in (load_scenarios, lambda path: save_scenario(path, PLAIN), lambda path: remove_scenario(path, "a")):
        with pytest.raises(KnownError) as caught:
            work(path)
        assert words in sentence(caught.value.problem)
    assert path.read_text() == content
