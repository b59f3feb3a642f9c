import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from webhook_inspector.cli.sources import Source
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError
from webhook_inspector.formats import FORMATS
from webhook_inspector.paths import DataFolder

OWN = Path("nowhere") / "history.db"


def numbered(records: list[Record]) -> list[Record]:
    return [record.with_id(0) for record in records]


def reason(path: Path, own: Path = OWN) -> tuple[str, str]:
    with pytest.raises(KnownError) as caught:
        list(Source(path, None, own))
    particulars = dict(caught.value.problem.particulars)
    assert particulars["path"] == str(path)
    return caught.value.problem.code, str(particulars["reason"])


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_known_by_its_content(three: list[Record], tmp_path: Path, name: str) -> None:
    file = tmp_path / "no suffix"
    file.write_bytes(b"".join(FORMATS[name].dumps(three)))
    source = Source(file, None, OWN)
    assert list(source) == numbered(three)
    assert source.unreadable == 0
    assert list(Source(file, FORMATS[name], OWN)) == numbered(three)


def test_the_user_s_word_counts_more_than_the_content(three: list[Record], tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(b"".join(FORMATS["jsonl"].dumps(three)))
    with pytest.raises(KnownError) as caught:
        list(Source(file, FORMATS["har"], OWN))
    assert caught.value.problem.code == "file-format"


def test_another_history(folder: DataFolder, three: list[Record]) -> None:
    assert numbered(list(Source(folder.history, None, OWN))) == numbered(three)


def test_a_damaged_history_gives_what_can_be_read(folder: DataFolder, three: list[Record]) -> None:
    with closing(sqlite3.connect(folder.history)) as connection:
        connection.execute("UPDATE contents SET body = x'00' WHERE id = 2")
        connection.commit()
    source = Source(folder.history, None, OWN)
    assert numbered(list(source)) == numbered([three[0], three[2]])
    assert source.unreadable == 1


def test_a_history_is_no_source_of_itself(folder: DataFolder, three: list[Record], tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder.history)
    for path in (folder.history, link):
        code, why = reason(path, folder.history)
        assert code == "file-unreadable"
        assert "the history that shall take it in" in why


def test_what_is_no_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(KnownError) as caught:
        list(Source(tmp_path / "picture", None, OWN))
    assert caught.value.problem.code == "file-format"
    assert dict(caught.value.problem.particulars)["format"] == "jsonl or http or har"
    assert reason(tmp_path / "missing") == ("file-unreadable", "No such file or directory")
    assert reason(tmp_path) == ("file-unreadable", "Is a directory")


@pytest.fixture
def other_database(tmp_path: Path) -> Path:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE captures (id)")
    return path


def test_a_database_of_something_else(other_database: Path) -> None:
    assert reason(other_database)[0] == "file-unreadable"
