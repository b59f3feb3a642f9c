from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.saved_filters import SavedFilter, load_filters, remove_filter, save_filter
from webhook_inspector.settings import load_settings

FAILED = SavedFilter("Failed", "sig:invalid", "red", 1)
BIG = SavedFilter("Big", "size:>1mb")
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20).filter(str.strip)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_there_are_none_without_a_file(path: Path) -> None:
    assert load_filters(path) == ()
    remove_filter(path, "Failed")
    assert not path.exists()


def test_they_are_kept_in_order_beside_what_the_user_wrote(path: Path) -> None:
    path.write_text("# mine\n[listener]\nport = 9000 # the usual\n")
    save_filter(path, FAILED)
    save_filter(path, BIG)
    assert load_filters(path) == (FAILED, BIG)
    assert path.read_text().startswith("# mine\n[listener]\nport = 9000 # the usual\n")
    assert load_settings(path).number("listener.port") == 9000
    remove_filter(path, "Failed")
    assert load_filters(path) == (BIG,)
    remove_filter(path, "Big")
    assert path.read_text().strip() == "# mine\n[listener]\nport = 9000 # the usual"


def test_another_name_leaves_place_and_comments(path: Path) -> None:
    path.write_text('[[filters]] # mine\nname = "Failed"\ntext = "sig:invalid" # so far\ncolour = "red"\n')
    save_filter(path, BIG)
    save_filter(path, SavedFilter("Bad", "sig:invalid"), before="Failed")
    assert load_filters(path) == (SavedFilter("Bad", "sig:invalid"), BIG)
    assert path.read_text().startswith('[[filters]] # mine\nname = "Bad"\ntext = "sig:invalid" # so far\n')


def test_name_and_key_belong_to_one_alone(path: Path) -> None:
    save_filter(path, FAILED)
    save_filter(path, SavedFilter("New", "a", key=1))
    assert load_filters(path) == (SavedFilter("Failed", "sig:invalid", "red"), SavedFilter("New", "a", key=1))
    save_filter(path, SavedFilter("Failed", "b"))
    assert [(one.name, one.text) for one in load_filters(path)] == [("Failed", "b"), ("New", "a")]
    save_filter(path, SavedFilter("Failed", "a"), before="New")
    assert load_filters(path) == (SavedFilter("Failed", "a"),)


def test_one_that_loses_its_key_stays_as_the_user_wrote_it(path: Path) -> None:
    path.write_text("[[filters]]\nname = 'Failed' # mine\ntext = 'sig:invalid'\nkey = 1\n")
    save_filter(path, SavedFilter("New", "a", key=1))
    assert path.read_text().startswith("[[filters]]\nname = 'Failed' # mine\ntext = 'sig:invalid'\n")
    assert [one.key for one in load_filters(path)] == [0, 1]


@given(st.builds(SavedFilter, texts, texts, st.sampled_from(("", *COLOURS)), st.integers(0, 9)))
def test_anything_comes_back_as_it_went(tmp_path_factory, saved) -> None:
    path = tmp_path_factory.mktemp("filters") / "settings.toml"
    save_filter(path, saved)
    assert load_filters(path) == (saved,)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("filters = 1", "must be tables that each begin with [[filters]]"),
        ("filters = [1]", "must be tables"),
        ("[filters]\nname = 'a'", "must be tables"),
        ("[[filters]]\ntext = 'a'", "[[filters]] number 1: name needs a text in quotes"),
        ("[[filters]]\nname = 'a'\ntext = ' '", "text needs a text"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\ncolour = 'pink'", "colour needs one of red, orange"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\ncolour = [1]", "not [1]"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\nkey = 10", "key needs a number from 1 to 9, not 10"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\nkey = true", "not True"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\nx = 1", "unknown x"),
        ("[[filters]]\nname = 'a'\ntext = 'a'\n[[filters]]\nname = 'a'\ntext = 'b'", "'a' is there twice"),
        (
            "[[filters]]\nname = 'a'\ntext = 'a'\nkey = 1\n[[filters]]\nname = 'b'\ntext = 'b'\nkey = 1",
            "key 1 is there twice",
        ),
        ("[[filters", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place_and_not_written_over(path: Path, content, words) -> None:
    path.write_text(content)
    for work in (load_filters, lambda path: save_filter(path, BIG), lambda path: remove_filter(path, "a")):
        with pytest.raises(KnownError) as caught:
            work(path)
        assert words in sentence(caught.value.problem)
    assert path.read_text() == content
