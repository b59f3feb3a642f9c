import json
from collections.abc import Callable
from contextlib import closing

from webhook_inspector.core.capture import Record
from webhook_inspector.core.marks import NO_MARKS, Marks
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader

Cli = Callable[..., object]


def marks(folder: DataFolder) -> list[Marks]:
    with closing(Reader(folder.history)) as reader:
        return [row.marks for row in reader.rows([1, 2, 3])]


def test_marks_are_put_on_and_taken_away(cli: Cli, three: list[Record], folder: DataFolder) -> None:
    done = cli(
        "mark", "1", "-1", "--pin", "--tag", "Slow", "--tag", "refund", "--note", " Ask them ", "--colour", "red"
    )
    assert (done.code, done.out) == (0, "marked 2 captures\n")
    put = Marks(pinned=True, colour="red", tags=("refund", "slow"), note="Ask them")
    assert marks(folder) == [put, NO_MARKS, put]
    assert cli("mark", "1", "--unpin", "--untag", "slow", "--note", "", "--colour", "none").out == "marked 1 capture\n"
    assert marks(folder)[0] == Marks(tags=("refund",))
    assert json.loads(cli("mark", "2", "3", "--pin", "--json").out) == {"marked": [2]}


def test_they_are_shown(cli: Cli, three: list[Record]) -> None:
    cli("mark", "1", "--pin", "--tag", "slow", "--note", "Ask\nthem")
    assert cli("list").lines[0].endswith("pinned #slow ✎")
    shown = json.loads(cli("list", "--json").lines[0])
    assert [shown[name] for name in ("pinned", "colour", "tags", "note")] == [True, None, ["slow"], "Ask\nthem"]
    page = cli("show", "1").out
    assert "  Marks     pinned #slow ✎\n" in page
    assert "  Note      Ask them\n" in page


def test_they_are_searched_for(cli: Cli, three: list[Record]) -> None:
    cli("mark", "2", "--pin", "--tag", "slow")
    assert [json.loads(line)["id"] for line in cli("list", "--json", "tag:slow", "is:pinned").lines] == [2]


def test_they_go_into_files_and_come_back(cli: Cli, three: list[Record], folder: DataFolder, tmp_path) -> None:
    cli("mark", "2", "--pin", "--tag", "slow", "--note", "why", "--colour", "blue")
    before = marks(folder)
    for name in ("a.jsonl", "a.http", "a.har"):
        cli("export", "-o", str(tmp_path / name))
        copy = DataFolder(tmp_path / f"copy-{name}")
        assert cli("--data-dir", str(copy.path), "import", str(tmp_path / name)).code == 0
        assert marks(copy) == before


def test_what_cannot_be_marked_is_said(cli: Cli, three: list[Record]) -> None:
    assert cli("mark", "9", "--pin").err == "There is no capture 9.\n"
    assert cli("mark", "1", "--tag", "two words").err.startswith("“two words” is no tag.")
    assert cli("mark", "1", "--colour", "mauve").code == 2
    assert cli("mark").code == 2
