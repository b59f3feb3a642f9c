import errno
import sqlite3
from pathlib import Path

import pytest

from tests.unit.store.stage import make_readonly
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.faults import Fault, StillReadError, fault_of, problem_of


def sqlite_error(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("words of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), Fault.LOCKED),
        (sqlite_error(sqlite3.SQLITE_BUSY_RECOVERY), Fault.LOCKED),
        (StillReadError(), Fault.LOCKED),
        (sqlite_error(sqlite3.SQLITE_FULL), Fault.FULL),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), Fault.OUTSIDE),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), Fault.OUTSIDE),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), Fault.OUTSIDE),
        (sqlite_error(sqlite3.SQLITE_ERROR), Fault.OUTSIDE),
        (OSError(errno.EIO, "Input/output error"), Fault.OUTSIDE),
        (KnownError(Problem.of("store-newer")), Fault.OUTSIDE),
        (sqlite_error(sqlite3.SQLITE_CORRUPT, sqlite3.DatabaseError), Fault.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_NOTADB, sqlite3.DatabaseError), Fault.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_TOOBIG, sqlite3.DataError), Fault.UNEXPECTED),
        (OverflowError(), Fault.UNEXPECTED),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates"), Fault.UNEXPECTED),
    ],
)
def test_every_error_asks_for_one_thing(error: Exception, fault: Fault):
    assert fault_of(error) is fault


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), Problem.of("store-full")),
        (OSError(errno.ENOSPC, "No space left on device"), Problem.of("store-full")),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), Problem.of("store-full")),
        (OSError(errno.EIO, "Input/output error"), Problem.of("store-io", reason="Input/output error")),
        (sqlite_error(sqlite3.SQLITE_IOERR), Problem.of("store-io", reason="words of SQLite")),
        (sqlite_error(sqlite3.SQLITE_BUSY), Problem.of("store-locked", holder="another program")),
        (KnownError(Problem.of("store-newer", found=9)), Problem.of("store-newer", found=9)),
        (OverflowError(), Problem.of("store-io", reason="OverflowError")),
    ],
)
def test_every_error_has_words(path: Path, error: Exception, problem: Problem):
    path.touch()
    assert problem_of(error, path) == problem


@pytest.mark.parametrize("error", [sqlite_error(sqlite3.SQLITE_READONLY), OSError(errno.EACCES, "Permission denied")])
def test_read_only_says_where(path: Path, error: Exception):
    assert problem_of(error, path) == Problem.of("store-readonly", path=str(path))


def test_a_missing_folder_is_told_by_the_disk(tmp_path: Path):
    error = sqlite_error(sqlite3.SQLITE_CANTOPEN)
    problem = problem_of(error, tmp_path / "gone" / "history.db")
    assert problem == Problem.of("store-io", reason="No such file or directory")


def test_what_sqlite_calls_an_io_error_may_be_a_full_disk(small_disk: Path):
    with (small_disk / "filler").open("wb") as filler, pytest.raises(OSError, match="No space"):
        filler.write(bytes(5 * 2**20))
    assert problem_of(sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE), small_disk / "history.db").code == "store-full"


def test_what_sqlite_calls_unable_to_open_may_be_a_read_only_disk(small_disk: Path):
    make_readonly(small_disk)
    assert problem_of(sqlite_error(sqlite3.SQLITE_CANTOPEN), small_disk / "history.db").code == "store-readonly"
