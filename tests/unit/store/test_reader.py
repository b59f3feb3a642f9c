import os
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import fill, paid, tries
from tests.unit.store.stage import Bench, a_record, make_readonly, make_writable
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.search.query import Query, Text
from webhook_inspector.store import reader as reader_module
from webhook_inspector.store.connect import FORMAT
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Interrupted, Reader


def problem_of_opening(path: Path) -> Problem:
    with pytest.raises(KnownError) as caught:
        Reader(path)
    return caught.value.problem


def test_a_missing_or_empty_history_is_none(path: Path):
    assert problem_of_opening(path) == Problem.of("no-history", path=str(path))
    path.touch()
    assert problem_of_opening(path) == Problem.of("no-history", path=str(path))
    assert path.stat().st_size == 0
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("VACUUM")
    assert problem_of_opening(path) == Problem.of("no-history", path=str(path))


def test_a_newer_history_is_refused(filled: Path):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA user_version = 9")
    assert problem_of_opening(filled) == Problem.of("store-newer", path=str(filled), found=9, known=FORMAT)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + bytes(range(256)) * 20])
def test_noise_cannot_be_opened(path: Path, content: bytes):
    path.write_bytes(content)
    assert problem_of_opening(path).code == "store-unopenable"
    assert path.read_bytes() == content


def test_numbers(reader: Reader):
    assert reader.count() == reader.last_id() == 50
    assert reader.stored_size(3) == len(b"token 2")
    assert reader.stored_size(51) == 0


def test_records_come_one_after_the_other(reader: Reader):
    bodies = [record.capture.body for record in reader.records([3, 99, 1])]
    assert bodies == [b"token 2", b"token 0"]


def test_only_the_beginning_of_a_body_is_read(path: Path, bench):
    one: Bench = bench().start()
    body = bytes(range(256)) * 40_000
    one.keep(body=body)
    one.keep(body=b"")
    with closing(Reader(path)) as reader:
        whole = reader.record(1)
        assert whole is not None
        assert whole.capture.body == body
        for limit in (0, 1, 5000, len(body), len(body) + 1):
            cut = reader.record(1, body_limit=limit)
            assert cut is not None
            assert cut.capture.body == body[:limit]
            assert cut.capture.body_size == reader.stored_size(1) == len(body)
            assert cut.reply == whole.reply
        assert reader.record(2, body_limit=10) == reader.record(2)
        assert reader.record(3, body_limit=10) is None


def test_the_rest_of_a_large_body_never_becomes_bytes(path: Path, bench):
    import tracemalloc

    bench().start().keep(body=bytes(30_000_000))
    with closing(Reader(path)) as reader:
        tracemalloc.start()
        try:
            assert reader.record(1, body_limit=1000) is not None
            assert tracemalloc.get_traced_memory()[1] < 100_000
        finally:
            tracemalloc.stop()


def test_the_version_changes_with_every_commit_of_another(path: Path, bench):
    one: Bench = bench().start()
    one.keep()
    with closing(Reader(path)) as reader:
        seen = [reader.version()]
        assert reader.version() == seen[0]
        for _ in range(3):
            one.keep()
            seen.append(reader.version())
        assert len(set(seen)) == 4
        assert reader.count() == 4


def test_holes_are_the_ids_without_a_capture_that_is_there(filled: Path, reader: Reader):
    assert reader.holes() == 0
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id = 7")
        connection.execute("UPDATE captures SET deleted_ns = 5 WHERE id IN (9, 50)")
    assert reader.holes() == 3
    assert reader.last_id() - reader.holes() == reader.count() == 47


def test_it_goes_on_with_the_file_that_replaced_its_own(path: Path, filled: Path, reader: Reader):
    other = path.with_name("other.db")
    with closing(History(other, on_notice=print)) as history:
        history.open()
        history.write([make_record(make_capture(body=b"new"))])
    before = reader.version()
    other.rename(path)
    assert reader.count() == 1
    assert reader.version() != before
    record = reader.record(1)
    assert record is not None
    assert record.capture.body == b"new"


def test_while_nothing_lies_there_it_reads_what_it_has(path: Path, reader: Reader):
    path.rename(path.with_name("away.db"))
    assert reader.count() == 50
    path.touch()
    assert reader.count() == 50


def test_a_replacement_that_cannot_be_read_is_said(path: Path, reader: Reader):
    noise = path.with_name("noise")
    noise.write_bytes(b"noise" * 1000)
    noise.rename(path)
    with pytest.raises(KnownError, match="store-unopenable"):
        reader.count()


def test_an_error_of_the_disk_is_told_at_once_on_opening_and_waited_for_later(
    path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    """Later, somebody may have moved a file, which the writer puts right within a second."""
    monkeypatch.setattr(reader_module, "_PAUSE", 0)
    asked = 0

    def question(_connection: sqlite3.Connection) -> int:
        nonlocal asked
        asked += 1
        if asked % 3:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHORT_READ
            raise error
        return asked

    assert reader._ask(question) == 3
    monkeypatch.setattr(reader_module, "_PATIENCE", -1)
    with pytest.raises(KnownError, match="store-unopenable"):
        reader._ask(question)
    assert asked == 4
    monkeypatch.undo()
    path.unlink()
    path.mkdir()
    begun = time.monotonic()
    assert problem_of_opening(path).code == "store-unopenable"
    assert time.monotonic() - begun < 1


def test_damage_is_said(path: Path, reader: Reader):
    reader.count()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * (path.stat().st_size - 4096))
    with closing(Reader(path)) as fresh, pytest.raises(KnownError, match="store-unopenable"):
        list(fresh.ids(Query(Text("token"))))


def test_a_question_can_be_interrupted(filled: Path):
    reader = Reader(filled)
    begun = threading.Event()

    def slow() -> int:
        begun.set()
        return 1

    reader._connection.create_function("slow", 0, slow)
    endless = "WITH RECURSIVE n(i) AS (SELECT slow() UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    outcome: list[object] = []

    def ask() -> None:
        try:
            outcome.append(reader._number(endless))
        except Interrupted as interrupted:
            outcome.append(interrupted)

    asking = threading.Thread(target=ask)
    asking.start()
    assert begun.wait(10)
    reader.interrupt()
    asking.join(10)
    assert [type(found) for found in outcome] == [Interrupted]
    assert reader.count() == 50
    reader.close()
    reader.interrupt()


def test_a_read_only_disk_can_be_read(small_disk: Path, bench):
    path = small_disk / "history.db"
    one: Bench = bench(path).start()
    one.keep(20)
    one.stop()
    make_readonly(small_disk)
    with closing(Reader(path)) as reader:
        assert reader.count() == 20
        assert len(reader.ids(Query(Text("token")))) == 20
        make_writable(small_disk)
        with closing(History(path, on_notice=print)) as history:
            history.open()
            history.write([a_record(20)])
            assert reader.count() == 21


def test_a_log_on_a_read_only_disk_is_said(small_disk: Path, bench):
    path = small_disk / "history.db"
    log = path.with_name("history.db-wal")
    one: Bench = bench(path).start()
    one.keep(20)
    content = log.read_bytes()
    one.stop()
    log.write_bytes(content)
    make_readonly(small_disk)
    problem = problem_of_opening(path)
    assert problem.code == "store-unopenable"
    assert "history.db-wal" in str(dict(problem.particulars)["reason"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_forbidden_file_is_said(filled: Path):
    filled.chmod(0)
    assert problem_of_opening(filled).code == "store-unopenable"


def test_captures_under_a_path_are_found_newest_first(path: Path):
    targets = ["/stripe", "/stripes", "/stripe/test", "/", "/stripe?x=1", "*"]
    history = History(path, on_notice=print)
    history.open()
    history.write([make_record(make_capture(make_head(target=target))) for target in targets])
    with closing(history), closing(Reader(path)) as reader:
        assert list(reader.ids_under("/stripe", below=99, limit=9)) == [5, 3, 1]
        assert list(reader.ids_under("/stripe", below=5, limit=1)) == [3]
        assert list(reader.ids_under("/", below=99, limit=9)) == [5, 4, 3, 2, 1]
        assert (reader.count_under("/stripe"), reader.count_under("/")) == (3, 5)


def test_the_nearest_captures_of_the_same_path_come_first(path: Path):
    history = History(path, on_notice=print)
    history.open()
    history.write([make_record(make_capture(make_head(target=f"/{place % 2}"))) for place in range(20)])
    with closing(history), closing(Reader(path)) as reader:
        assert set(reader.nearby(10, 3, 9)) == {8, 12}
        assert list(reader.nearby(1, 100, 3)) == [3, 5, 7]
        assert list(reader.nearby(99, 100, 3)) == []


def test_the_previous_of_its_kind_is_no_other_try_of_the_same_delivery(path: Path):
    fill(path, tries("a", "b", "", "b", "c"))
    fill(path, [make_record(make_capture(make_head(target="/elsewhere")), judgement=paid("d"))])
    with closing(Reader(path)) as reader:
        assert [reader.previous_of_kind(number, 10) for number in range(1, 8)] == [None, 1, None, 1, 4, None, None]
        assert [reader.previous_of_kind(4, reach) for reach in (2, 3)] == [None, 1]


def test_counts_are_those_of_what_came_after(reader: Reader) -> None:
    whole, later = reader.counts(), reader.counts(after=40)
    assert (whole.last, whole.total, later.last, later.total) == (50, 50, 50, 10)
    assert sum(tally.count for tally in whole.paths.values()) == 50
