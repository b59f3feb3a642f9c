from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.endpoint import Endpoint, normal_path
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.endpoints import load_endpoints, remove_endpoint, save_endpoint
from webhook_inspector.settings import load_settings

STRIPE = Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 600, "secret_is_raw": True})
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_there_are_none_without_a_file(path: Path) -> None:
    assert load_endpoints(path) == ()
    remove_endpoint(path, "/stripe")
    assert not path.exists()


def test_they_are_kept_in_order_beside_what_the_user_wrote(path: Path) -> None:
    path.write_text("# mine\n[listener]\nport = 9000 # the usual\n")
    github = Endpoint("/github", provider="github", settings={"required_headers": ("a", "b")})
    save_endpoint(path, STRIPE)
    save_endpoint(path, github)
    assert load_endpoints(path) == (STRIPE, github)
    assert path.read_text().startswith("# mine\n[listener]\nport = 9000 # the usual\n")
    assert load_settings(path).number("listener.port") == 9000
    remove_endpoint(path, "/stripe")
    assert load_endpoints(path) == (github,)
    remove_endpoint(path, "/github")
    assert path.read_text().strip() == "# mine\n[listener]\nport = 9000 # the usual"


def test_a_change_leaves_the_comments_in_its_table(path: Path) -> None:
    path.write_text('[endpoints."/stripe"] # prod\nscheme = "stripe" # v1\ntolerance_seconds = 5\n')
    save_endpoint(path, Endpoint("/stripe", "stripe", settings={"signed_url": "https://x"}))
    assert path.read_text() == '[endpoints."/stripe"] # prod\nscheme = "stripe" # v1\nsigned_url = "https://x"\n'


def test_an_endpoint_can_get_another_path(path: Path) -> None:
    save_endpoint(path, STRIPE)
    save_endpoint(path, Endpoint("/pay", "stripe"), before="/stripe")
    assert load_endpoints(path) == (Endpoint("/pay", "stripe"),)


@given(
    st.builds(
        Endpoint,
        path=texts.map(normal_path),
        scheme=texts,
        provider=texts,
        keep_days=st.integers(0, 36_500),
        keep_count=st.integers(0, 10**9),
        settings=st.dictionaries(
            texts.filter(lambda name: name not in ("scheme", "provider", "keep_days", "keep_count")),
            texts | st.integers(-(2**60), 2**60) | st.booleans() | st.lists(texts).map(tuple),
            max_size=3,
        ),
    )
)
def test_anything_comes_back_as_it_went(tmp_path_factory, endpoint) -> None:
    path = tmp_path_factory.mktemp("endpoints") / "settings.toml"
    save_endpoint(path, endpoint)
    assert load_endpoints(path) == (endpoint,)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("endpoints = 1", "endpoints must hold tables"),
        ("[endpoints]\n'/a' = 1", 'endpoints."/a"] must be a table'),
        ("[endpoints.stripe]", 'endpoints."stripe"]: the path of an endpoint is written /stripe'),
        ("[endpoints.'/a']\nscheme = 1", 'endpoints."/a"]: scheme needs a text in quotes, not 1'),
        ("[endpoints.'/a']\nkeep_days = -1", "keep_days needs a whole number from 0 to 36500, not -1"),
        ("[endpoints.'/a']\nkeep_days = true", "keep_days needs a whole number from 0 to 36500, not True"),
        ("[endpoints.'/a']\nkeep_count = 'x'", "keep_count needs a whole number from 0 to 1000000000, not 'x'"),
        ("[endpoints.'/a']\nx = 1.5", 'endpoints."/a"]: x needs a text, a whole number'),
        ("[endpoints.'/a']\nx = [1]", "or a list of texts, not [1]"),
        ("[endpoints", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(path: Path, content, words) -> None:
    path.write_text(content)
    with pytest.raises(KnownError) as caught:
        load_endpoints(path)
    assert words in sentence(caught.value.problem)
    assert path.read_text() == content


def test_a_wrong_file_is_not_written_over(path: Path) -> None:
    path.write_text("endpoints = 1")
    for change in (lambda: save_endpoint(path, STRIPE), lambda: remove_endpoint(path, "/stripe")):
        with pytest.raises(KnownError):
            change()
    assert path.read_text() == "endpoints = 1"
