from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.settings_file import edited, put, read_document, read_tables, write_document


def test_no_file_is_an_empty_one(tmp_path: Path) -> None:
    assert read_tables(tmp_path / "x.toml") == {}
    assert read_document(tmp_path / "x.toml") == {}


def test_what_the_user_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("# mine\n[a]\nb = 1 # one\n")
    document = read_document(path)
    document["a"]["c"] = 2
    write_document(path, document)
    assert path.read_text() == "# mine\n[a]\nb = 1 # one\nc = 2\n"


@pytest.mark.parametrize("content", [b"[a", b"\xff", b"a = 1\na = 2"])
def test_what_is_no_toml_is_told_and_not_written_over(tmp_path: Path, content) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    for read in (read_tables, read_document):
        with pytest.raises(KnownError) as caught:
            read(path)
        assert caught.value.problem.code == "settings-file"
        assert "not valid TOML" in str(dict(caught.value.problem.particulars)["reason"])
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="settings-file"):
        read_tables(tmp_path)


def test_a_table_gets_other_values_beside_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[a] # mine\nb = 1 # one\nc = 2\n")
    with edited(path) as document:
        put(document["a"], {"b": 3, "d": ("x", "y")})
    assert path.read_text() == '[a] # mine\nb = 3 # one\nd = ["x", "y"]\n'


def test_nothing_is_written_where_nothing_changed_or_something_failed(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    with edited(path):
        pass
    assert not path.exists()
    with pytest.raises(ZeroDivisionError), edited(path) as document:
        document["a"] = 1 / 0
    assert not path.exists()
