import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.makers import make_record
from tests.unit.store.stage import a_record, tokens_in
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.store.faults import StillReadError
from webhook_inspector.store.files import beside
from webhook_inspector.store.history import History, _save_log
from webhook_inspector.store.reader import Reader

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be moved or deleted")


@pytest.fixture
def notices() -> list[Problem]:
    return []


@pytest.fixture
def history(path: Path, notices: list[Problem]) -> Iterator[History]:
    found = History(path, synchronous="NORMAL", on_notice=notices.append)
    found.open()
    yield found
    found.close()


def write(history: History, *tokens: int) -> list[int]:
    return [row.id for row in history.write([a_record(token) for token in tokens])]


def codes(notices: list[Problem]) -> list[str]:
    return [notice.code for notice in notices]


def test_ids_go_on_after_the_highest_ever_used(path: Path, history: History):
    assert write(history, 0, 1, 2) == [1, 2, 3]
    history.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id > 1")
        connection.execute("DELETE FROM contents WHERE id > 1")
    history.open()
    assert write(history, 3) == [4]


def test_opening_again_closes_what_was_open(history: History):
    first = history._connection
    assert first is not None
    history.open()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first.execute("SELECT 1")


def test_a_log_that_another_program_is_moving_is_not_taken_for_saved():
    """SQLite answers 1, -1, -1 then; it must not pass for "all of none"."""

    class Busy:
        def execute(self, _sql: str) -> "Busy":
            return self

        def fetchone(self) -> tuple[int, int, int]:
            return 1, -1, -1

    assert _save_log(Busy()) == (False, False)


def test_a_probe_writes_and_keeps_nothing(path: Path, history: History):
    write(history, 0)
    before = beside(path, "-wal").stat().st_size
    assert history.write([]) == []
    assert beside(path, "-wal").stat().st_size > before
    history.close()
    assert tokens_in(path) == [0]


def test_closing_leaves_one_file(path: Path, history: History):
    write(history, *range(10))
    history.close()
    assert list(path.parent.iterdir()) == [path]
    assert tokens_in(path) == list(range(10))


def test_checkpoints_keep_the_log_short(path: Path, history: History):
    for token in range(60):
        write(history, token)
        if history.grown > 50:
            history.checkpoint()
            assert history.grown == 0
    assert beside(path, "-wal").stat().st_size < 100 * 4200


def test_a_reader_that_goes_on_for_long_is_told_once(path: Path, notices: list[Problem]):
    history = History(path, on_notice=notices.append, long_log=50_000)
    history.open()
    with closing(history), closing(sqlite3.connect(path, isolation_level=None)) as reader:
        for _ in range(2):
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM captures").fetchall()
            for token in range(6):
                history.write([a_record(token, bytes(20_000))])
                history.checkpoint()
            assert history.log_size >= 50_000
            reader.execute("COMMIT")
            history.checkpoint()
            assert history.log_size == 0
    assert codes(notices) == ["store-long-read"] * 2
    assert dict(notices[0].particulars)["size"] >= 50_000


# What is renamed or deleted while it is open. Each of these must keep every record for which `write` returned.


def test_a_renamed_file_stays_whole_and_a_new_one_begins(path: Path, history: History, notices: list[Problem]):
    old = path.with_name("renamed.db")
    write(history, 0, 1)
    path.rename(old)
    assert write(history, 2) == [3]
    assert write(history, 3) == [4]
    history.close()
    assert codes(notices) == ["store-moved"]
    assert tokens_in(old) == [0, 1]
    assert tokens_in(path) == [2, 3]


def test_all_three_files_may_be_renamed(path: Path, history: History):
    write(history, 0, 1)
    for suffix in ("", "-wal", "-shm"):
        beside(path, suffix).rename(path.with_name("renamed.db" + suffix))
    write(history, 2)
    history.close()
    assert tokens_in(path.with_name("renamed.db")) == [0, 1]
    assert tokens_in(path) == [2]


@pytest.mark.parametrize("suffixes", [("",), ("", "-wal"), ("", "-wal", "-shm")])
def test_a_deleted_file_is_begun_anew(path: Path, history: History, notices: list[Problem], suffixes: tuple[str, ...]):
    write(history, 0, 1)
    for suffix in suffixes:
        beside(path, suffix).unlink()
    assert write(history, 2) == [3]
    history.close()
    assert codes(notices) == ["store-moved"]
    assert tokens_in(path) == [2]


def test_a_file_put_in_its_place_is_not_touched_by_the_old_log(path: Path, history: History, notices: list[Problem]):
    other = path.with_name("other.db")
    with closing(History(other, on_notice=notices.append)) as second:
        second.open()
        write(second, 100, 101)
    write(history, *range(50))
    old = path.with_name("old.db")
    os.link(path, old)
    other.rename(path)
    write(history, 50)
    history.close()
    assert codes(notices) == ["store-moved"]
    assert tokens_in(old) == list(range(50))
    assert tokens_in(path) == [100, 101, 50]


def test_another_process_may_have_the_renamed_file_open(path: Path, history: History, other):
    """Its index of the log must not become that of the new file."""
    old = path.with_name("renamed.db")
    write(history, *range(300))
    holder = other(path, "SELECT count(*) FROM captures")
    path.rename(old)
    write(history, 300)
    history.checkpoint()
    write(history, 301)
    history.close()
    assert tokens_in(path) == [300, 301]
    holder.end()
    assert tokens_in(old) == list(range(300))


def test_a_log_that_cannot_be_saved_is_kept_but_not_given_to_another_file(
    path: Path, history: History, other, notices: list[Problem]
):
    """A reader keeps the log of the old file from being saved, and another file already lies in the old one's place."""
    replacement = path.with_name("replacement.db")
    with closing(History(replacement, on_notice=notices.append)) as second:
        second.open()
        write(second, 100)
    write(history, 0)
    holder = other(path, "BEGIN", "SELECT count(*) FROM captures")
    write(history, *range(1, 40))
    old = path.with_name("renamed.db")
    path.rename(old)
    replacement.rename(path)
    write(history, 40)
    history.close()
    assert tokens_in(path) == [100, 40]
    (log,) = path.parent.glob("history.db.moved-*-wal")
    holder.end()
    log.rename(beside(old, "-wal"))
    assert tokens_in(old) == list(range(40))


def test_it_is_noticed_between_writing_and_saying_so(
    path: Path, history: History, notices: list[Problem], monkeypatch: pytest.MonkeyPatch
):
    """Renamed while the group is being committed: it lies in the old file and is written to the new one again."""
    old = path.with_name("renamed.db")
    insert = history._insert

    def rename_meanwhile(*arguments):
        monkeypatch.setattr(history, "_insert", insert)
        rows = insert(*arguments)
        path.rename(old)
        return rows

    write(history, 0)
    monkeypatch.setattr(history, "_insert", rename_meanwhile)
    write(history, 1)
    history.close()
    assert codes(notices) == ["store-moved"]
    assert tokens_in(old) == [0, 1]
    assert tokens_in(path) == [1]


@pytest.mark.parametrize("with_reader", [False, True])
@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced by a copy"])
def test_a_log_that_is_gone_is_saved_from_what_is_open(
    path: Path, history: History, notices: list[Problem], how: str, with_reader: bool
):
    write(history, *range(20))
    first = history._connection
    assert first is not None
    reader = Reader(path)
    if not with_reader:
        reader.close()
    log = beside(path, "-wal")
    content = log.read_bytes()
    log.rename(path.with_name("elsewhere"))
    if how == "deleted":
        path.with_name("elsewhere").unlink()
    elif how == "replaced by a copy":
        log.write_bytes(content)
    assert write(history, 20) == [21]
    assert codes(notices) == ["store-wal-moved"]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first.execute("SELECT 1")
    if with_reader:
        assert reader.count() == 21
        assert write(history, 21, 22) == [22, 23]
        assert reader.count() == 23
        reader.close()
    history.close()
    assert tokens_in(path) == list(range(23 if with_reader else 21))


def test_a_log_that_goes_in_the_moment_of_the_commit_is_saved_too(
    path: Path, history: History, notices: list[Problem], monkeypatch: pytest.MonkeyPatch
):
    insert = history._insert

    def delete_meanwhile(*arguments):
        rows = insert(*arguments)
        beside(path, "-wal").unlink()
        return rows

    monkeypatch.setattr(history, "_insert", delete_meanwhile)
    write(history, 0)
    assert tokens_in(path) == [0]  # before anything else happens
    assert codes(notices) == ["store-wal-moved"]


def test_a_log_that_is_gone_while_it_is_read_lets_nothing_be_said(path: Path, history: History, other):
    """The reader keeps the log from being saved; it is tried again, and nothing is written twice."""
    write(history, 0, 1)
    holder = other(path, "BEGIN", "SELECT count(*) FROM captures")
    write(history, 2)
    beside(path, "-wal").unlink()
    for _ in range(2):
        with pytest.raises(StillReadError):
            write(history, 3)
    holder.end()
    write(history, 3)
    history.close()
    assert tokens_in(path) == [0, 1, 2, 3]


def test_without_a_folder_nothing_is_said(path: Path, tmp_path: Path, notices: list[Problem]):
    folder = tmp_path / "folder"
    folder.mkdir()
    history = History(folder / "history.db", on_notice=notices.append)
    history.open()
    write(history, 0)
    folder.rename(tmp_path / "moved")
    for _ in range(2):
        with pytest.raises(OSError, match="No such file"):
            write(history, 1)
    folder.mkdir()
    write(history, 2)
    history.close()
    assert codes(notices) == ["store-moved"]
    assert tokens_in(tmp_path / "moved" / "history.db") == [0]
    assert tokens_in(folder / "history.db") == [2]


# Damage


NOISE = b"this is no database at all, whatever its name says. " * 200


def only_aside(path: Path) -> Path:
    (found,) = (file for file in path.parent.glob("history.db.corrupt-*") if not file.name.endswith(("-wal", "-shm")))
    return found


@pytest.mark.parametrize("content", [NOISE, b"SQLite format 3\0" + bytes(8000)])
def test_a_damaged_file_is_set_aside_on_opening(path: Path, notices: list[Problem], content: bytes, expected_log):
    expected_log("set aside as")
    path.write_bytes(content)
    history = History(path, on_notice=notices.append)
    history.open()
    write(history, 0)
    history.close()
    assert notices == [Problem.of("store-damaged", aside=str(only_aside(path)))]
    assert only_aside(path).read_bytes() == content
    assert tokens_in(path) == [0]


def test_a_file_cut_short_is_set_aside(filled: Path, notices: list[Problem], expected_log):
    expected_log("set aside as")
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) // 2])
    history = History(filled, on_notice=notices.append)
    history.open()
    write(history, 100)
    history.close()
    assert codes(notices) == ["store-damaged"]
    assert tokens_in(filled) == [100]


def test_an_empty_file_is_a_new_one(path: Path, notices: list[Problem]):
    path.touch()
    history = History(path, on_notice=notices.append)
    history.open()
    write(history, 0)
    history.close()
    assert notices == []
    assert tokens_in(path) == [0]


def test_damage_met_while_writing_sets_the_file_aside(
    path: Path, history: History, notices: list[Problem], expected_log
):
    expected_log("set aside as")
    write(history, *range(200))
    history.checkpoint()
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        if content[start] in {2, 5, 10, 13}:  # every page of a table or an index
            content[start + 1 : start + 8] = b"\xff" * 7
    path.write_bytes(content)
    connection = history._connection
    assert connection is not None
    connection.execute("PRAGMA shrink_memory")  # what it has in memory would hide the damage for a while
    assert write(history, 1000) == [201]
    history.close()
    assert codes(notices) == ["store-damaged"]
    assert only_aside(path).read_bytes() == content
    assert tokens_in(path) == [1000]


def test_what_keeps_being_damaged_is_an_error_in_the_end(
    path: Path, history: History, notices: list[Problem], monkeypatch: pytest.MonkeyPatch, expected_log
):
    expected_log("set aside as")

    def damaged(*_arguments):
        error = sqlite3.DatabaseError("malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr(history, "_insert", damaged)
    with pytest.raises(KnownError, match="store-io"):
        write(history, 0)
    assert len(notices) == 2


def test_after_a_fault_of_the_disk_a_new_connection_is_made(
    path: Path, history: History, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_arguments):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise error

    first = history._connection
    insert = history._insert
    monkeypatch.setattr(history, "_insert", broken)
    with pytest.raises(sqlite3.OperationalError):
        write(history, 0)
    monkeypatch.setattr(history, "_insert", insert)
    write(history, 1)
    assert history._connection is not first
    history.close()
    assert tokens_in(path) == [1]


def test_ids_of_another_writer_are_not_given_again(path: Path, history: History):
    write(history, 0)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO contents VALUES (2, x'', x'', x'', 'token 1')")
    with pytest.raises(sqlite3.IntegrityError):
        write(history, 2)
    assert write(history, 2) == [3]


def judged(event_id: str, *, provider: str = "stripe", status: Status = Status.VALID) -> Judgement:
    return Judgement(Meaning(provider, "invoice.paid", event_id), status, "stripe", "prod")


def test_a_delivery_that_is_tried_again_belongs_to_its_first(history: History):
    judgements = [judged("evt_1"), judged("evt_2"), judged("evt_1"), judged("evt_1", provider="other"), judged("")]
    rows = history.write([make_record(judgement=one) for one in judgements])
    assert [row.first for row in rows] == [0, 0, 1, 0, 0]
    (again,) = history.write([make_record(judgement=judged("evt_2"))])
    assert again.first == 2
    with closing(Reader(history.path)) as reader:
        assert [row.first for row in reader.rows(range(1, 7))] == [0, 0, 1, 0, 0, 2]
        assert [row.tries for row in reader.rows(range(1, 7))] == [2, 2, 1, 1, 1, 1]
        assert list(reader.first_ids()) == [1, 2, 4, 5]
        assert list(reader.first_ids(after=1, newest=2)) == [4, 5]
        assert list(reader.retries(1, 9)) == [3]
        assert list(reader.tried_again(3)) == [2]


def test_judgements_can_be_written_later(history: History):
    history.write([make_record(), make_record(judgement=judged("evt_1", status=Status.INVALID))])
    with closing(Reader(history.path)) as reader:
        assert list(reader.unjudged(below=9, limit=9)) == [1]
        assert reader.unjudged_count() == 1
        history.amend([(2, judged("evt_1")), (1, judged("evt_1")), (7, judged("x"))], {"rules": "now"})
        assert [row.judgement for row in reader.rows([1, 2])] == [judged("evt_1")] * 2
        assert [row.first for row in reader.rows([1, 2])] == [0, 1]
        assert reader.unjudged_count() == 0
        assert reader.mark("rules") == "now"
        assert reader.mark("other") == ""
        history.amend([(1, judged("evt_9")), (2, judged(""))], {"rules": "later"})
        assert [row.first for row in reader.rows([1, 2])] == [0, 0]
        assert reader.mark("rules") == "later"


def test_the_first_that_means_something_else_gives_its_place_to_the_next(history: History):
    history.write([make_record(judgement=judged("evt_1")) for _ in range(3)])
    history.amend([(1, judged("evt_2"))], {})
    with closing(Reader(history.path)) as reader:
        assert [row.first for row in reader.rows([1, 2, 3])] == [0, 0, 2]


def test_a_fault_while_judgements_are_written_leaves_all_as_they_were(history: History):
    history.write([make_record()])
    with pytest.raises(sqlite3.Error):
        history.amend([(1, judged("evt_1")), (1, replace(judged(""), scheme=object()))], {})
    with closing(Reader(history.path)) as reader:
        assert reader.unjudged_count() == 1
