import shutil
import sqlite3
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from tests.unit.store.stage import Bench, a_record, immutable, make_larger, make_readonly, make_writable, tokens_in
from webhook_inspector.core.capture import Row, row_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.search.query import Query
from webhook_inspector.store import writer as writer_module
from webhook_inspector.store.files import beside
from webhook_inspector.store.reader import Reader


def test_answers_come_in_order_with_the_rows_as_stored(path: Path, bench):
    one: Bench = bench().start()
    one.keep(500)
    answers = [answer for group in one.heard.groups for answer in group]
    assert [token for token, _ in answers] == list(range(500))
    assert [row.id for _, row in answers if isinstance(row, Row)] == list(range(1, 501))
    assert answers[7][1] == row_of(a_record(7).with_id(8))
    one.stop()
    assert tokens_in(path) == list(range(500))
    assert one.heard.faults == one.heard.notices == []


def test_what_waits_becomes_one_group(bench, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "GROUP_COUNT", 100)
    monkeypatch.setattr(writer_module, "GROUP_BYTES", 10_000)
    one: Bench = bench()
    one.writer.open()
    small = one.send(150)
    large = one.send(3, bytes(20_000))
    one.writer.start()
    one.heard.wait_for(*small, *large)
    sizes = [len(group) for group in one.heard.groups]
    assert sum(sizes) == 153
    assert max(sizes) < 100  # by bytes: a record is more than 100 of them
    assert sizes[-2:] == [1, 1]


def test_a_full_queue_takes_nothing_more(bench):
    one: Bench = bench(queue_limit=3)
    one.writer.open()
    one.send(3)
    assert not one.writer.submit(a_record(3), 3)
    one.writer.start()
    one.heard.wait_for(0, 1, 2)
    one.keep()
    assert list(one.heard.rows()) == [0, 1, 2, 3]


def test_a_stopped_writer_takes_nothing_more_but_has_answered_all(path: Path, bench):
    one: Bench = bench().start()
    one.send(2_000)
    one.stop()
    assert len(one.heard.rows()) == 2_000
    assert not one.writer.submit(a_record(0), 0)
    assert tokens_in(path) == list(range(2_000))
    assert list(path.parent.iterdir()) == [path]


def test_a_bad_record_does_not_harm_the_others(path: Path, bench, expected_log):
    expected_log("a record cannot be stored")
    one: Bench = bench()
    one.writer.open()
    one.send(40)
    for bad in ({"received_ns": 2**63}, {"peer": "\ud800"}):
        assert one.writer.submit(make_record(replace(make_capture(), **bad)), str(bad))
    one.send(40)
    one.writer.start()
    one.heard.wait_for(*range(80))
    assert len(one.heard.rows()) == 80
    assert list(one.heard.codes().values()) == ["store-io", "store-io"]
    assert one.heard.faults == []
    order = [token for group in one.heard.groups for token, _ in group]
    assert [token for token in order if isinstance(token, int)] == list(range(80))
    one.stop()
    assert tokens_in(path) == list(range(80))


def test_a_listener_that_fails_does_not_end_the_thread(bench, expected_log):
    expected_log("a listener of the store failed")
    one: Bench = bench()
    on_done = one.heard.on_done
    failed = threading.Event()

    def failing(_group):
        one.writer._on_done = on_done
        failed.set()
        raise RuntimeError("the loop is closed")

    one.writer._on_done = failing
    one.start()
    one.send()
    assert failed.wait(10)
    assert [row.id for row in (one.heard.rows()[token] for token in one.keep())] == [2]


def test_open_waits_for_a_lock_and_then_says_who(path: Path, filled: Path, bench, other):
    holder = other(path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN IMMEDIATE", "PRAGMA user_version = 1", "COMMIT")
    one: Bench = bench(deadline=0.2)
    with pytest.raises(KnownError, match="store-locked"):
        one.writer.open()
    holder.end()
    one.start().keep()


def test_without_an_open_it_goes_on_trying(tmp_path: Path, bench, quick):
    one: Bench = bench(tmp_path / "later" / "history.db")
    with pytest.raises(KnownError, match="store-io"):
        one.writer.open()
    one.writer.start()
    one.heard.wait(lambda: one.heard.faults)
    one.keep()
    assert one.heard.codes() == {0: "store-io"}
    (tmp_path / "later").mkdir()
    one.heard.wait(lambda: one.heard.faults[-1] is None)
    one.keep()
    assert list(one.heard.rows()) == [1]


# Locked by another process


def test_who_is_locked_out_shortly_waits(path: Path, bench, other):
    one: Bench = bench(deadline=30).start()
    one.keep()
    holder = other(path, "BEGIN IMMEDIATE")
    waiting = one.send(50)
    assert not one.heard.answers.keys() & set(waiting)
    holder.end()
    one.heard.wait_for(*waiting)
    assert len(one.heard.rows()) == 51
    assert one.heard.faults == []
    one.stop()
    assert tokens_in(path) == list(range(51))


def test_who_is_locked_out_for_long_is_refused_and_told_by_whom(path: Path, bench, other, quick):
    one: Bench = bench(deadline=0.3).start()
    one.keep()
    holder = other(path, "BEGIN IMMEDIATE")
    begun = time.monotonic()
    one.keep(20)
    assert 0.3 <= time.monotonic() - begun < 3
    assert set(one.heard.codes().values()) == {"store-locked"}
    (fault,) = one.heard.faults
    assert fault is not None
    assert str(holder.pid) in str(dict(fault.particulars)["holder"])
    holder.end()
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    one.keep()
    one.stop()
    assert tokens_in(path) == [0, 21]


def test_each_waits_for_its_own_deadline(path: Path, bench, other):
    one: Bench = bench(deadline=0.6).start()
    one.keep()
    holder = other(path, "BEGIN IMMEDIATE")
    one.send()
    threading.Event().wait(0.35)
    one.send()
    one.heard.wait_for(1)
    assert 2 not in one.heard.answers
    holder.end()
    one.heard.wait_for(2)
    assert list(one.heard.codes()) == [1]


def test_a_lock_does_not_hold_up_the_end(path: Path, bench, other, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "GRACE", 0.2)
    one: Bench = bench(deadline=60).start()
    one.keep()
    other(path, "BEGIN IMMEDIATE")
    one.send(5)
    begun = time.monotonic()
    one.stop()
    assert time.monotonic() - begun < 5
    assert set(one.heard.codes().values()) == {"store-locked"}
    assert len(one.heard.codes()) == 5


# A disk without space


def test_a_full_disk_refuses_and_goes_on_once_there_is_space(path: Path, bench, quick):
    one: Bench = bench().start()
    one.keep(5)
    connection = one.writer._history._connection
    assert connection is not None
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    refused = one.keep(50)
    assert {one.heard.codes().get(token) for token in refused} == {"store-full"}
    assert one.heard.faults[0] == Problem.of("store-full")
    connection.execute("PRAGMA max_page_count = 1000000")
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    kept = one.keep(50)
    one.stop()
    assert tokens_in(path) == [*range(5), *kept]


def test_a_truly_full_disk(small_disk: Path, bench, quick):
    path = small_disk / "history.db"
    one: Bench = bench(path).start()
    while not one.heard.codes():
        one.keep(20, bytes(5_000))
    assert set(one.heard.codes().values()) == {"store-full"}
    assert one.heard.faults[0] == Problem.of("store-full")
    assert one.heard.rows()
    one.keep(1, bytes(200_000))
    stored = len(one.heard.rows())
    make_larger(small_disk)
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    one.keep(20, bytes(5_000))
    one.stop()
    assert len(one.heard.rows()) == stored + 20
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM captures").fetchone() == (stored + 20,)
    connection.close()


def test_a_disk_with_room_for_less_than_was_refused_still_counts_as_full(small_disk: Path, bench, quick):
    one: Bench = bench(small_disk / "history.db").start()
    one.keep(1)
    free = shutil.disk_usage(small_disk).free
    with (small_disk / "filler").open("wb") as filler:
        filler.write(bytes(free - 200_000))
    one.keep(1, bytes(400_000))
    assert one.heard.faults == [Problem.of("store-full")]
    threading.Event().wait(0.5)  # several beats: each would have found room for a probe
    assert one.heard.faults == [Problem.of("store-full")]
    (small_disk / "filler").unlink()
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")


# A disk that cannot be written


def test_a_history_on_a_read_only_disk_refuses_and_goes_on_once_it_is_writable(small_disk: Path, bench, quick):
    path = small_disk / "history.db"
    before: Bench = bench(path).start()
    before.keep(3)
    before.stop()
    make_readonly(small_disk)
    one: Bench = bench(path)
    with pytest.raises(KnownError) as caught:
        one.writer.open()
    assert caught.value.problem == Problem.of("store-readonly", path=str(path))
    one.writer.start()
    one.heard.wait(lambda: one.heard.faults)
    one.keep()
    assert one.heard.codes() == {0: "store-readonly"}
    assert one.heard.faults == [Problem.of("store-readonly", path=str(path))]
    make_writable(small_disk)
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    one.keep()
    one.stop()
    assert tokens_in(path) == [0, 1, 2, 1]


def test_a_history_that_becomes_read_only_refuses_and_goes_on(path: Path, bench, quick):
    one: Bench = bench().start()
    one.keep(3)
    with immutable(path, beside(path, "-wal")):
        refused = one.keep(3)
        assert {one.heard.codes().get(token) for token in refused} == {"store-readonly"}
        assert one.heard.faults == [Problem.of("store-readonly", path=str(path))]
        one.keep(1)
        assert len(one.heard.rows()) == 3
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    kept = one.keep(2)
    one.stop()
    assert tokens_in(path) == [0, 1, 2, *kept]


def test_a_file_that_is_read_only_from_the_start_is_opened_once_it_is_not(path: Path, filled: Path, bench, quick):
    one: Bench = bench()
    with immutable(path):
        with pytest.raises(KnownError, match="store-readonly"):
            one.writer.open()
        one.writer.start()
        one.heard.wait(lambda: one.heard.faults)
        assert one.heard.faults == [Problem.of("store-readonly", path=str(path))]
    one.heard.wait(lambda: one.heard.faults[-1] is None, "recovery without traffic")
    one.keep()
    one.stop()
    assert len(tokens_in(path)) == 51


# Files that are moved or damaged


def test_a_renamed_file_is_noticed_without_traffic(path: Path, bench):
    one: Bench = bench().start()
    one.keep(5)
    begun = time.monotonic()
    path.rename(path.with_name("renamed.db"))
    one.heard.wait(lambda: one.heard.notices)
    assert time.monotonic() - begun < 1.5
    assert one.heard.notices == [Problem.of("store-moved", path=str(path))]
    one.keep(5)
    one.stop()
    assert tokens_in(path.with_name("renamed.db")) == list(range(5))
    assert tokens_in(path) == list(range(5, 10))


def test_a_deleted_log_is_noticed_without_traffic(path: Path, bench, quick, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "QUIET", 60)  # or it is noticed before the log is in the database
    one: Bench = bench().start()
    one.keep(5)
    monkeypatch.setattr(writer_module, "QUIET", 0.02)
    beside(path, "-wal").unlink()
    one.keep(1)
    assert [notice.code for notice in one.heard.notices] == ["store-wal-moved"]
    beside(path, "-wal").unlink()
    one.heard.wait(lambda: len(one.heard.notices) == 2)
    one.stop()
    assert tokens_in(path) == list(range(6))


def test_files_that_go_again_and_again_under_load_lose_nothing_that_was_answered(path: Path, bench, quick):
    """Every record with a Row is in one of the files, every file is sound, and a reader sees nothing else meanwhile."""
    one: Bench = bench().start()
    homes = [path]
    one.keep()
    reader = Reader(path)
    for turn in range(12):
        one.keep(5)
        one.send(200)
        if turn % 3 == 0:
            beside(path, "-wal").unlink(missing_ok=True)
        elif turn % 3 == 1:
            homes.append(path.with_name(f"renamed-{turn}.db"))
            path.rename(homes[-1])
        newest = reader.records(reader.ids(Query(), newest=100))
        assert all(record.capture.body.startswith(b"token ") for record in newest)
        one.heard.wait_for(*range(one.sent))
    reader.close()
    one.stop()
    found = [token for home in homes for token in tokens_in(home)]
    assert set(found) == set(one.heard.rows()) == set(range(one.sent))


def test_a_newer_file_put_in_its_place_is_left_alone(path: Path, bench, quick):
    newer = path.with_name("newer.db")
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    content = newer.read_bytes()
    one: Bench = bench().start()
    one.keep()
    newer.rename(path)
    one.heard.wait(lambda: one.heard.faults)
    one.keep()
    assert one.heard.codes() == {1: "store-newer"}
    assert path.read_bytes() == content
    path.unlink()
    one.heard.wait(lambda: one.heard.faults[-1] is None)
    one.keep()
    assert [notice.code for notice in one.heard.notices] == ["store-moved"]


def test_damage_that_the_check_finds_sets_the_file_aside(path: Path, bench, quick, expected_log):
    expected_log("the history is damaged")
    expected_log("set aside as")
    before: Bench = bench().start()
    before.keep(300)
    before.stop()
    content = bytearray(path.read_bytes())
    middle = len(content) * 2 // 3 // 4096 * 4096  # a page of captures: behind all that is read when it is opened
    content[middle : middle + 4096] = b"\xaa" * 4096
    path.write_bytes(content)
    one: Bench = bench()
    one.writer._check._delay = 0
    one.start()
    one.heard.wait(lambda: one.heard.notices)
    (notice,) = one.heard.notices
    aside = Path(str(dict(notice.particulars)["aside"]))
    assert notice.code == "store-damaged"
    assert aside.read_bytes()[middle : middle + 4096] == b"\xaa" * 4096
    one.keep(3)
    one.stop()
    assert tokens_in(path) == [0, 1, 2]
    assert one.heard.faults == []


def test_damage_of_a_file_that_is_gone_already_is_passed_over(bench):
    one: Bench = bench().start()
    one.keep()
    one.writer._found_damage((0, 0))
    one.keep(5)
    assert one.heard.notices == []
    assert len(one.heard.rows()) == 6


def test_the_log_stays_small_under_load(path: Path, bench):
    one: Bench = bench(synchronous="NORMAL").start()
    for _ in range(40):
        one.keep(50, bytes(2_000))
        assert beside(path, "-wal").stat().st_size < 4 * writer_module.STEP_PAGES * 4096
    assert path.stat().st_size > 3_000_000


def test_a_check_that_reads_for_long_gives_way(path: Path, bench, quick, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer_module, "CHECK_GIVES_WAY", 10_000)
    one: Bench = bench().start()
    one.keep()
    reader = sqlite3.connect(path, isolation_level=None)  # stands for the check
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM captures").fetchall()
    assert not one.writer._check._stopped.is_set()
    one.keep(1, bytes(50_000))
    assert one.writer._check._stopped.wait(10)
    reader.close()


def test_nothing_runs_but_the_two_threads_and_both_end(bench):
    one: Bench = bench().start()
    names = {thread.name for thread in threading.enumerate()}
    assert {"store", "store check"} <= names
    one.stop()
    assert not {thread.name for thread in threading.enumerate()} & {"store", "store check"}


def test_a_writer_that_was_never_started_can_be_stopped(path: Path, bench):
    one: Bench = bench()
    one.stop()
    two: Bench = bench()
    two.writer.open()
    two.stop()
    assert list(path.parent.iterdir()) == [path]


def test_an_ongoing_read_of_another_does_not_hold_up_anything(path: Path, bench, quick):
    one: Bench = bench().start()
    one.keep()
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM captures").fetchone() == (1,)
    one.keep(100)
    one.stop()
    assert reader.execute("SELECT count(*) FROM captures").fetchone() == (1,)
    reader.close()
    assert tokens_in(path) == list(range(101))
