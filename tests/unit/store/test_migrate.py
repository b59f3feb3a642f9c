import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from tests.unit.store.stage import a_record, tokens_in
from webhook_inspector.core.delivery import NO_DELIVERIES, Delivery, DeliveryState
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import NO_MARKS
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.query import Query
from webhook_inspector.store import schema
from webhook_inspector.store.connect import FORMAT
from webhook_inspector.store.deliveries import enqueue
from webhook_inspector.store.history import History
from webhook_inspector.store.marking import delete
from webhook_inspector.store.migrate import CURRENT, Format, apply
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.rows import columns_of

NEXT = FORMAT + 1
INSERT_OF_FORMAT_1 = """
    INSERT INTO captures (
        id, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem,
        scheme, stored_size, sha256
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


INSERT_OF_FORMAT_2 = """
    INSERT INTO captures (
        id, received_ns, endpoint, method, target, content_type, peer, host, status, body_size, state, problem,
        provider, event, event_id, attempt, live, sent_ns, verdict, signed_by, key_label,
        scheme, stored_size, sha256, first
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def following(*, fails: bool = False) -> Format:
    """The format after this one, whose migration does three things and then, perhaps, fails."""
    migrations = Migrations("history")
    migrations()(schema.captures_and_contents)
    migrations()(schema.judgements)
    migrations()(schema.marks_and_deletion)

    @migrations()
    def remark(db: Database) -> None:
        db.execute("ALTER TABLE captures ADD COLUMN remark TEXT NOT NULL DEFAULT ''")
        db.execute("CREATE TABLE tags (id INTEGER PRIMARY KEY)")
        db.execute("DELETE FROM captures WHERE id = 1")
        if fails:
            raise ValueError("halfway")

    return Format(NEXT, lambda connection: apply(migrations, connection))


def opened(path: Path, target: Format) -> History:
    history = History(path, on_notice=print, target=target)
    history.open()
    return history


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_a_new_file_needs_no_copy(path: Path):
    opened(path, CURRENT).close()
    assert version(path) == FORMAT
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_older_file_is_copied_and_brought_up_to_date(filled: Path):
    history = opened(filled, following())
    history.write([a_record(50)])
    history.close()
    assert version(filled) == NEXT
    assert tokens_in(filled.with_name(f"history.db.before-{NEXT}")) == list(range(50))
    assert version(filled.with_name(f"history.db.before-{NEXT}")) == FORMAT
    assert stat.S_IMODE(filled.with_name(f"history.db.before-{NEXT}").stat().st_mode) == 0o600
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("SELECT count(*), max(remark) FROM captures").fetchone() == (50, "")
    assert not list(filled.parent.glob("*.part*"))


def test_it_is_brought_up_to_date_once(filled: Path):
    opened(filled, following()).close()
    filled.with_name(f"history.db.before-{NEXT}").unlink()
    opened(filled, following()).close()
    assert not filled.with_name(f"history.db.before-{NEXT}").exists()


def test_a_migration_that_fails_leaves_everything_as_it_was(filled: Path):
    for _ in range(2):  # the second start fails in the same way
        with pytest.raises(KnownError) as caught:
            opened(filled, following(fails=True))
        backup = filled.with_name(f"history.db.before-{NEXT}")
        assert caught.value.problem == Problem.of(
            "store-migration", path=str(filled), reason="halfway", backup=str(backup)
        )
        assert tokens_in(filled) == tokens_in(backup) == list(range(50))
        assert version(filled) == version(backup) == FORMAT
    opened(filled, CURRENT).close()
    assert tokens_in(filled) == list(range(50))


def test_a_newer_file_is_refused_and_untouched(filled: Path):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = filled.read_bytes(), filled.stat().st_mtime_ns
    with pytest.raises(KnownError) as caught:
        opened(filled, CURRENT)
    assert caught.value.problem == Problem.of("store-newer", path=str(filled), found=7, known=FORMAT)
    assert (filled.read_bytes(), filled.stat().st_mtime_ns) == before


def test_a_newer_file_with_a_log_is_untouched_too(filled: Path):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA user_version = 7")
        files = {file: file.read_bytes() for file in (filled, filled.with_name("history.db-wal"))}
    for file, content in files.items():
        file.write_bytes(content)
    with pytest.raises(KnownError, match="store-newer"):
        opened(filled, CURRENT)
    assert {file: file.read_bytes() for file in files} == files


def test_a_locked_file_is_locked_not_broken(filled: Path, other):
    other(filled, "BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        opened(filled, following())
    assert version(filled) == FORMAT


def test_a_history_of_the_first_format_is_read_as_it_is_and_brought_up_to_date(path: Path):
    first = Format(1, lambda connection: apply(_only_first(), connection))
    opened(path, first).close()
    record = a_record(1)
    with closing(sqlite3.connect(path)) as connection, connection:
        row, listed, stored = columns_of(record.with_id(1))
        old = [*listed[:12], *listed[13:16]]  # all but the verdict
        connection.execute(INSERT_OF_FORMAT_1, old)
        connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?, ?)", [stored[0], *stored[1:]])
    with closing(Reader(path)) as reader:
        assert reader.rows([1]) == [row]
        assert reader.record(1) == record.with_id(1)
        assert (list(reader.unjudged(below=9, limit=9)), reader.mark("rules"), list(reader.first_ids())) == (
            [],
            "",
            [1],
        )
    opened(path, CURRENT).close()
    with closing(Reader(path)) as reader:
        assert reader.rows([1]) == [row]
        assert reader.record(1, body_limit=3) is not None
        assert list(reader.unjudged(below=9, limit=9)) == [1]


def test_a_history_of_the_second_format_is_read_as_it_is_and_brought_up_to_date(path: Path):
    opened(path, Format(2, lambda connection: apply(_first_two(), connection))).close()
    paid = Judgement(Meaning("stripe", "invoice.paid", "evt_1"), Status.VALID, "stripe")
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in (1, 2):
            row, listed, stored = columns_of(replace(a_record(number), judgement=paid).with_id(number))
            connection.execute(INSERT_OF_FORMAT_2, [*listed[:24], number - 1 or None])
            connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?, ?)", stored)
    for _ in range(2):
        with closing(Reader(path)) as reader:
            assert [(one.first, one.tries) for one in reader.rows([1, 2])] == [(0, 2), (1, 1)]
            assert reader.rows([2]) == [replace(row, first=1)]
            assert (reader.count(), list(reader.ids(Query())), list(reader.first_ids())) == (2, [1, 2], [1])
            assert (reader.deletions(9), reader.tags(), reader.pinned_count()) == ([], [], 0)
            record = reader.record(1)
            assert record is not None
            assert record.marks == NO_MARKS
        opened(path, CURRENT).close()
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.change(lambda connection: len(delete(connection, [1], 5)))
        history.write([replace(a_record(3), judgement=paid)])
    with closing(Reader(path)) as reader:
        assert [(one.id, one.first) for one in reader.rows([1, 2, 3])] == [(2, 0), (3, 2)]


def test_a_history_of_the_third_format_is_read_as_it_is_and_brought_up_to_date(path: Path):
    opened(path, Format(3, lambda connection: apply(_first_three(), connection))).close()
    with closing(History(path, on_notice=print, target=Format(3, lambda _connection: None))) as history:
        history.write([a_record(1), a_record(2)])
    for _ in range(2):
        with closing(Reader(path)) as reader:
            assert [one.deliveries for one in reader.rows([1, 2])] == [NO_DELIVERIES] * 2
            assert (reader.deliveries_of(1), reader.delivery(1), reader.delivery_counts()) == ([], None, {})
            assert (reader.attempts_of(1), reader.attempt(1)) == ([], None)
            assert reader.waiting("a", "b", 9, in_order=True) == []
            assert reader.deliveries(DeliveryState.WAITING, 9) == []
        opened(path, CURRENT).close()
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.change(lambda connection: len(enqueue(connection, "m", 2, [Delivery("http://a", 1, 2, "a")])))
    with closing(Reader(path)) as reader:
        assert [one.deliveries.waiting for one in reader.rows([1, 2])] == [0, 1]


def _first_three() -> Migrations:
    migrations = _first_two()
    migrations()(schema.marks_and_deletion)
    return migrations


def _first_two() -> Migrations:
    migrations = _only_first()
    migrations()(schema.judgements)
    return migrations


def _only_first() -> Migrations:
    migrations = Migrations("history")
    migrations()(schema.captures_and_contents)
    return migrations
