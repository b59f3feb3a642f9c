import json
from collections.abc import Callable

import pytest

from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.saved_filters import SavedFilter, load_filters

Cli = Callable[..., object]


def test_filters_are_saved_listed_and_removed(cli: Cli, folder: DataFolder) -> None:
    assert cli("filters").lines[0].startswith("There are no saved filters. Save one:")
    assert cli("filters", "--json").lines == []
    assert cli("filters", "add", "Failed", "sig:invalid", "since:1d").out == "saved Failed: sig:invalid since:1d\n"
    assert cli("filters", "add", "Large posts", "size:>1mb", "--colour", "orange", "--key", "2").code == 0
    assert load_filters(folder.settings) == (
        SavedFilter("Failed", "sig:invalid since:1d"),
        SavedFilter("Large posts", "size:>1mb", "orange", 2),
    )
    assert cli("filters").lines == ["Failed       sig:invalid since:1d", "Large posts  size:>1mb  (orange, Alt+2)"]
    assert [json.loads(line) for line in cli("filters", "--json").lines] == [
        {"name": "Failed", "text": "sig:invalid since:1d", "colour": None, "key": None},
        {"name": "Large posts", "text": "size:>1mb", "colour": "orange", "key": 2},
    ]
    assert cli("filters", "remove", "Failed").out == "removed Failed\n"
    assert [one.name for one in load_filters(folder.settings)] == ["Large posts"]


def test_one_is_replaced_and_keeps_its_marks(cli: Cli, folder: DataFolder) -> None:
    cli("filters", "add", "A", "x", "--colour", "red", "--key", "3")
    assert cli("filters", "add", "A", "y", "--key", "4").out == "replaced A: y\n"
    assert load_filters(folder.settings) == (SavedFilter("A", "y", "red", 4),)


def test_one_can_be_made_of_another(cli: Cli, folder: DataFolder) -> None:
    cli("filters", "add", "A", "x OR y")
    cli("filters", "add", "B", "@A", "z")
    assert load_filters(folder.settings)[1].text == "(x OR y) z"


def test_a_saved_filter_finds_captures(cli: Cli, three: list[Record]) -> None:
    cli("filters", "add", "Words", "plain")
    assert [line.split()[-1] for line in cli("list", "@words").lines] == ["/a"]
    assert json.loads(cli("export", "@Words").out)["body"] == "plain words"


def test_what_is_not_there_cannot_be_removed(cli: Cli) -> None:
    done = cli("filters", "remove", "A")
    assert (done.code, done.err) == (1, "There is no saved filter A. There are: –.\n")


@pytest.mark.parametrize(
    "arguments",
    [["add"], ["add", "A"], ["add", " ", "x"], ["add", "A", " "], ["add", "A", "staus:x"], ["--json", "remove", "A"]],
)
def test_wrong_usage(cli: Cli, folder: DataFolder, arguments: list[str]) -> None:
    assert cli("filters", *arguments).code == 2
    assert not folder.settings.exists()
