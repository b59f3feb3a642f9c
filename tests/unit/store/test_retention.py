import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.unit.store.test_marking import do, firsts, write
from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.endpoint import nearest
from webhook_inspector.core.marks import MarkChange
from webhook_inspector.store import deliveries, marking, retention
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.retention import DAY_NS, EndpointLimits, Limits

NOW = 1_000 * DAY_NS


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with closing(History(path, on_notice=print)) as one:
        one.open()
        yield one


@pytest.fixture
def reader(history: History) -> Iterator[Reader]:
    with closing(Reader(history.path)) as one:
        yield one


def keep(history: History, *ages: int, body: bytes = b"x") -> None:
    """Captures that are so many days old."""
    history.write([make_record(make_capture(body=body, received_ns=NOW - days * DAY_NS)) for days in ages])


def found(reader: Reader, most: int = 99, **limits: Any) -> dict[str, list[int]]:
    return {rule: list(ids) for rule, ids in reader.expendable(Limits(**limits), NOW, most)}


def bytes_in_use(connection: sqlite3.Connection) -> int:
    (pages,), (free,) = (connection.execute(f"PRAGMA {name}_count").fetchone() for name in ("page", "freelist"))
    return (pages - free) * 4096


def test_without_limits_nothing_goes(history: History, reader: Reader):
    keep(history, 900, 1)
    assert found(reader) == {}


def test_by_age(history: History, reader: Reader):
    keep(history, 40, 1, 31, 50)
    do(history, marking.mark, [4], MarkChange(pinned=True))
    assert found(reader, age_days=30) == {"age": [1, 3]}
    assert found(reader, 1, age_days=30) == {"age": [1]}


def test_what_still_waits_to_be_delivered_stays(history: History, reader: Reader):
    keep(history, 40, 41, 42)
    waiting = Delivery("http://localhost/", 1, 2, "app", next_ns=1)
    (delivery,) = do(history, deliveries.enqueue, "forward:app", 3, [waiting])
    assert found(reader, age_days=30) == {"age": [1, 3]}
    assert found(reader, count=1) == {"count": [1, 3]}
    assert do(history, retention.remove, "age", [1, 2]) == ([1], [])
    do(history, deliveries.stop, [delivery.id])
    assert found(reader, age_days=30) == {"age": [2, 3]}


def test_by_number_beside_pinned_ones(history: History, reader: Reader):
    keep(history, *[1] * 6)
    do(history, marking.mark, [2], MarkChange(pinned=True))
    do(history, marking.delete, [4], NOW)
    assert found(reader, count=2) == {"count": [1, 3]}
    assert found(reader, count=4) == {}
    do(history, marking.mark, [1, 3, 5, 6], MarkChange(pinned=True))
    assert found(reader, count=1) == {}


PATHS = ("/", "/a", "/a/b", "/ab", "/a/b/c", "*", "/A", "/a/", "/é", "/é/x")


def keep_at(history: History, *places: tuple[str, int]) -> None:
    """Captures of a path, so many days old."""
    heads = [(make_head(target=path.encode().decode("latin-1")), days) for path, days in places]
    history.write([make_record(make_capture(head, received_ns=NOW - days * DAY_NS)) for head, days in heads])


@pytest.mark.parametrize("known", [("/",), ("/a",), ("/", "/a"), ("/a", "/a/b"), ("/", "/a/b", "/é"), ("/a/b",)])
def test_a_capture_goes_by_the_limits_of_the_endpoint_that_it_belongs_to(
    history: History, reader: Reader, known: tuple[str, ...]
):
    keep_at(history, *((path, 5) for path in PATHS))
    for path in known:
        inner = tuple(one for one in known if one != path and nearest([path], one))
        belong = [number for number, one in enumerate(PATHS, 1) if nearest(known, one) == path]
        limits = (EndpointLimits(path, inner, age_days=4),)
        assert found(reader, endpoints=limits) == {f"age:{path}": belong}
        assert found(reader, endpoints=(EndpointLimits(path, inner, count=1),)) == (
            {f"count:{path}": belong[:-1]} if belong[1:] else {}
        )


def test_limits_of_endpoints_hold_beside_the_others(history: History, reader: Reader):
    keep_at(history, ("/a", 9), ("/b", 9), ("/a", 1), ("/b", 1), ("/a", 1), ("/c", 1))
    do(history, marking.mark, [3], MarkChange(pinned=True))
    of_a = EndpointLimits("/a", age_days=5, count=1)
    assert found(reader, endpoints=(of_a,)) == {"age:/a": [1]}
    assert found(reader, endpoints=(of_a,), age_days=5) == {"age:/a": [1], "age": [2]}
    assert found(reader, endpoints=(of_a, EndpointLimits("/b", count=1))) == {"age:/a": [1], "count:/b": [2]}


def test_what_goes_for_another_reason_is_not_counted_again(history: History, reader: Reader):
    keep_at(history, ("/b", 1), ("/a", 9), ("/a", 9), ("/b", 1), ("/b", 1))
    of_a = EndpointLimits("/a", age_days=5)
    assert found(reader, count=3, endpoints=(of_a,)) == {"age:/a": [2, 3]}
    assert found(reader, count=2, endpoints=(of_a,)) == {"age:/a": [2, 3], "count": [1]}
    assert found(reader, count=2, age_days=5) == {"age": [2, 3], "count": [1]}
    assert found(reader, 2, count=2, endpoints=(of_a,)) == {"age:/a": [2, 3]}  # there may be more of them


def test_a_size_counts_what_goes_for_another_reason(history: History, reader: Reader):
    keep(history, 1, 9, 1, 1, body=bytes(100_000))
    used = do(history, bytes_in_use)
    assert found(reader, age_days=5, size=used - 90_000) == {"age": [2]}
    assert found(reader, age_days=5, size=used - 150_000) == {"age": [2], "size": [1]}


def test_by_size_first_what_was_deleted_then_the_oldest(history: History, reader: Reader):
    keep(history, *[1] * 8, body=bytes(100_000))
    do(history, marking.delete, [6], NOW - retention.UNDO_NS - 1)
    do(history, marking.delete, [7], NOW)  # may still be brought back
    do(history, marking.mark, [1], MarkChange(pinned=True))
    used = do(history, bytes_in_use)
    assert found(reader, size=used - 150_000) == {"size": [6, 2]}
    assert found(reader, size=2**30) == {}


def test_what_was_deleted_goes_after_some_days(history: History, reader: Reader):
    keep(history, 1, 1, 1)
    do(history, marking.delete, [2], NOW - 7 * DAY_NS - 1)
    do(history, marking.delete, [3], NOW - 6 * DAY_NS)
    assert found(reader) == {"deleted": [2]}
    assert found(reader, deleted_days=0) == {"deleted": [2, 3]}


def test_removing_leaves_nothing_behind(history: History, reader: Reader):
    write(history, "a", "b", "a", "a")
    removed, later = do(history, retention.remove, "count", [1, 2])
    assert (removed, later) == ([1, 2], [])
    assert firsts(reader) == {3: (0, 2), 4: (3, 1)}
    with closing(sqlite3.connect(history.path)) as connection:
        assert connection.execute("SELECT count(*) FROM contents").fetchone() == (2,)
    write(history, "")
    assert reader.last_id() == 5


def test_what_was_marked_or_brought_back_meanwhile_stays(history: History):
    keep(history, 1, 1)
    do(history, marking.mark, [1], MarkChange(pinned=True))
    assert do(history, retention.remove, "age", [1]) == ([], [])
    assert do(history, retention.remove, "age:/a:b", [1]) == ([], [])
    assert do(history, retention.remove, "size", [1]) == ([], [])
    assert do(history, retention.remove, "deleted", [1, 2]) == ([], [])


def test_a_step_is_small(history: History, monkeypatch: pytest.MonkeyPatch):
    keep(history, *[1] * 5, body=bytes(1000))
    monkeypatch.setattr(retention, "STEP", 4)
    monkeypatch.setattr(retention, "STEP_BYTES", 2500)
    assert do(history, retention.remove, "age", [1, 2, 3, 4, 5]) == ([1, 2], [5, 3, 4])


def test_room_is_given_back_to_the_disk(history: History):
    keep(history, *[1] * 50, body=bytes(50_000))
    history.checkpoint()
    before = history.path.stat().st_size
    do(history, retention.remove, "age", list(range(1, 51)))
    assert do(history, retention.free_pages) > 500
    free = do(history, retention.free_pages)
    assert do(history, retention.give_back) == free - retention.STEP_PAGES
    while do(history, retention.give_back):
        pass
    history.checkpoint()
    assert history.path.stat().st_size < before / 10


def test_a_history_of_an_earlier_format_has_nothing_to_give(history: History, reader: Reader):
    keep(history, 900)
    reader._format = 2
    assert found(reader, age_days=1) == {}
    assert (reader.deletions(9), reader.tags(), reader.pinned_count()) == ([], [], 0)
