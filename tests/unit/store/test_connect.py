import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.store.stage import Bench
from webhook_inspector.store.connect import connect_reading, connect_writing, format_of
from webhook_inspector.store.files import create


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(("synchronous", "number"), [("FULL", 2), ("NORMAL", 1)])
def test_the_writing_one_checkpoints_only_when_told(path: Path, synchronous: str, number: int):
    create(path)
    with closing(connect_writing(path, synchronous)) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == number
        assert pragma(connection, "wal_autocheckpoint") == 0
        assert pragma(connection, "auto_vacuum") == 2
        assert pragma(connection, "journal_size_limit") == 16 * 2**20


def test_the_reading_one_cannot_write(filled: Path):
    with closing(connect_reading(filled)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM captures")


def test_the_reading_one_never_checkpoints_not_even_as_the_last(path: Path, bench):
    one: Bench = bench().start()
    one.keep(10)
    log = path.with_name("history.db-wal")
    kept = {file: file.read_bytes() for file in (path, log)}
    one.stop()
    for file, content in kept.items():  # as a killed process leaves it
        file.write_bytes(content)
    with closing(connect_reading(path)) as connection:
        assert connection.execute("SELECT count(*) FROM captures").fetchone() == (10,)
    assert {file: file.read_bytes() for file in kept} == kept


def test_a_missing_file_is_not_made(path: Path):
    for connect in (connect_reading, lambda path: connect_writing(path, "FULL")):
        with pytest.raises(sqlite3.OperationalError):
            connect(path)
    assert not path.exists()


def test_a_path_may_hold_what_means_something_in_a_uri(tmp_path: Path):
    path = tmp_path / "a ?b#c%20d.db"
    create(path)
    with closing(connect_writing(path, "FULL")) as connection:
        connection.execute("PRAGMA user_version = 3")
    with closing(connect_reading(path)) as connection:
        assert format_of(connection) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
