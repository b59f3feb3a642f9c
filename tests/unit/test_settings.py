from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.settings import SETTINGS, Settings, load_settings, save_setting


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.toml")
    assert dict(settings) == {row.name: row.default for row in SETTINGS}
    assert len(settings) == len(SETTINGS)


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[listener]\nport = 9000\n[store]\nsynchronous = "NORMAL"\n')
    settings = load_settings(path)
    assert settings.number("listener.port") == 9000
    assert settings.text("store.synchronous") == "NORMAL"
    assert settings.text("listener.host") == "localhost"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[listener]\nprot = 1", "unknown setting listener.prot; did you mean listener.port?"),
        ("[listener]\nport = 70000", "listener.port needs a whole number from 0 to 65535, not 70000"),
        ("[listener]\nport = true", "listener.port needs a whole number"),
        ('[listener]\nport = "x"', "listener.port needs a whole number"),
        ("[listener]\nhost = 5", "listener.host needs a text in quotes, not 5"),
        ('[store]\nsynchronous = "OFF"', "store.synchronous needs one of FULL, NORMAL, not 'OFF'"),
        ('[compare]\nignore = "x"', "compare.ignore needs a list of texts in quotes, not 'x'"),
        ("[compare]\nignore = [1]", "compare.ignore needs a list of texts in quotes, not [1]"),
        ("port = 1", "port must stand in a section"),
        ("[listener", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)
    with pytest.raises(KnownError) as caught:
        load_settings(path)
    said = sentence(caught.value.problem)
    assert said.startswith(str(path))
    assert words in said


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(KnownError):
        load_settings(path)


def test_saving_keeps_the_rest_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\n[listener]\nport = 9000 # for stripe\n\n[window]\ntheme = 'dark'\n")
    save_setting(path, "listener.port", 9001)
    save_setting(path, "store.synchronous", "NORMAL")
    text = path.read_text()
    assert "# mine" in text
    assert "port = 9001 # for stripe" in text
    assert "theme = 'dark'" in text
    assert load_settings(path).text("store.synchronous") == "NORMAL"


def test_saving_makes_the_file_and_checks_the_value(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_setting(path, "listener.port", 0)
    assert load_settings(path).number("listener.port") == 0
    with pytest.raises(KnownError):
        save_setting(path, "listener.port", -1)


def test_a_list_of_texts(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert Settings().texts("compare.ignore") == ()
    save_setting(path, "compare.ignore", ("created", 'header:"x"'))
    assert load_settings(path).texts("compare.ignore") == ("created", 'header:"x"')
    assert "ignore = [" in path.read_text()


def test_replacing() -> None:
    assert Settings().replaced(listener__port=0).number("listener.port") == 0
