from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.environments import Environment, is_name, load_environments, save_environments
from webhook_inspector.settings import load_settings

LOCAL = Environment("local", {"base": "http://localhost:3000", "user": "ana"})
STAGING = Environment("staging", {"base": "https://staging.example.com"})

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20)
names = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,9}", fullmatch=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_there_are_none_without_a_file(path: Path) -> None:
    assert load_environments(path) == ()
    save_environments(path, ())
    assert not path.exists()


def test_they_are_kept_beside_what_the_user_wrote(path: Path) -> None:
    path.write_text("# mine\n[listener]\nport = 9000 # the usual\n")
    save_environments(path, (LOCAL, STAGING))
    assert load_environments(path) == (LOCAL, STAGING)
    assert path.read_text().startswith("# mine\n[listener]\nport = 9000 # the usual\n")
    assert load_settings(path).number("listener.port") == 9000
    save_environments(path, ())
    assert path.read_text().strip() == "# mine\n[listener]\nport = 9000 # the usual"


def test_comments_beside_what_stays_are_kept(path: Path) -> None:
    path.write_text('[environments.local]\nbase = "http://localhost:3000" # mine\nold = "x"\n')
    save_environments(path, (LOCAL,))
    assert "# mine" in path.read_text()
    assert "old" not in path.read_text()
    assert load_environments(path) == (LOCAL,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("environments = 1", "[environments]"),
        ('[environments]\nlocal = "x"', "environments.local"),
        ("[environments.local]\nbase = 1", "base needs a text"),
        ('[environments.local]\n"a b" = "x"', "'a b' is no name"),
    ],
)
def test_what_is_wrong_is_named_and_never_written_over(path: Path, text: str, place: str) -> None:
    path.write_text(text)
    with pytest.raises(KnownError) as caught:
        load_environments(path)
    assert place in sentence(caught.value.problem)
    with pytest.raises(KnownError):
        save_environments(path, (LOCAL,))
    assert path.read_text() == text


@given(st.dictionaries(texts, st.dictionaries(names, texts, max_size=3), max_size=3))
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, dict[str, str]]) -> None:
    path = tmp_path_factory.mktemp("environments") / "settings.toml"
    environments = tuple(Environment(name, variables) for name, variables in wanted.items())
    save_environments(path, environments)
    assert load_environments(path) == environments


def test_a_name_is_what_a_mark_can_hold() -> None:
    assert is_name("base_url.v2-x")
    assert not any(map(is_name, ("", "1a", "a b", "$uuid", "a" * 101)))
