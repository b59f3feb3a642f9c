from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.settings_file import (
    drop_named,
    edited,
    need_texts,
    put,
    put_named,
    read_document,
    read_named,
    read_tables,
    refuse_unknown,
    write_document,
)


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


def test_what_stays_is_left_as_the_user_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[a]\nb = 'one'\nc = [ 1, # first\n  2 ]\nd = 1\n")
    with edited(path) as document:
        put(document["a"], {"b": "one", "c": (1, 2), "d": True})
    assert path.read_text() == "[a]\nb = 'one'\nc = [ 1, # first\n  2 ]\nd = true\n"


@dataclass(frozen=True)
class Thing:
    name: str
    place: str = ""


def thing(path: Path, place: str, table: Mapping[str, Any]) -> Thing:
    refuse_unknown(path, place, table, ("name", "size"))
    need_texts(path, place, table, "name")
    return Thing(table["name"], place)


def names_in(path: Path) -> list[str]:
    return [one.name for one in read_named(path, "things", thing)]


def test_named_tables_are_read_in_order_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    assert names_in(path) == []
    path.write_text("[[things]]\nname = 'b'\n[[things]]\nname = 'a'\nsize = 1\n[x]\n")
    assert list(read_named(path, "things", thing)) == [
        Thing("b", "[[things]] number 1"),
        Thing("a", "[[things]] number 2"),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("things = 1", "things must be tables that each begin with [[things]]"),
        ("things = [1]", "things must be tables that each begin with [[things]]"),
        ("[things]\nname = 'a'", "things must be tables that each begin with [[things]]"),
        ("[[things]]\nname = 'a'\n[[things]]\nname = ' '", "[[things]] number 2: name needs a text in quotes"),
        ("[[things]]\nname = 'a'\nx = 1", "[[things]] number 1: unknown x; there are name, size"),
        ("[[things]]\nname = 'a'\n[[things]]\nname = 'a'", "[[things]]: the name 'a' is there twice"),
    ],
)
def test_a_wrong_named_table_is_told_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(content)
    with pytest.raises(KnownError) as caught:
        names_in(path)
    assert dict(caught.value.problem.particulars)["reason"] == words


@pytest.mark.parametrize(
    ("name", "before", "wanted"),
    [
        ("d", "", ["a", "b", "c", "d"]),
        ("d", "gone", ["a", "b", "c", "d"]),
        ("d", "b", ["a", "d", "c"]),
        ("b", "", ["a", "b", "c"]),
        ("b", "gone", ["a", "b", "c"]),
        ("a", "c", ["b", "a"]),
        ("c", "a", ["c", "b"]),
    ],
)
def test_a_named_table_takes_its_place(tmp_path: Path, name: str, before: str, wanted: list[str]) -> None:
    path = tmp_path / "x.toml"
    for one in ("a", "b", "c"):
        with edited(path) as document:
            put_named(document, "things", {"name": one})
    with edited(path) as document:
        put_named(document, "things", {"name": name, "size": 7}, before=before)
    assert names_in(path) == wanted
    assert [table["name"] for table in read_tables(path)["things"] if table.get("size") == 7] == [name]


def test_the_section_goes_with_its_last_named_table(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("# mine\n[[things]]\nname = 'a'\n[[things]]\nname = 'b'\n")
    for name, left in (("c", ["a", "b"]), ("a", ["b"]), ("b", [])):
        with edited(path) as document:
            drop_named(document, "things", name)
        assert names_in(path) == left
    assert path.read_text() == "# mine\n"
