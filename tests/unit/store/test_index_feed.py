import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.store import index_feed
from webhook_inspector.store.files import INDEX, LOG, beside
from webhook_inspector.store.index import DAMAGED, Extent, Index, Text
from webhook_inspector.store.index_feed import IndexFeed, parts


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each capture a text of its own, so that proposals are exact."""
    monkeypatch.setattr(index_feed, "TOGETHER", 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.db"


@pytest.fixture
def feed(path: Path) -> Iterator[IndexFeed]:
    with closing(IndexFeed(path)) as made:
        yield made


def fill(feed: IndexFeed) -> None:
    feed.open()
    feed.clear("mark")
    feed.add([Text(1, b"stripe", b"", True), Text(4, b"github", b"", True)], 77)


def found(path: Path, word: bytes) -> list[int] | None:
    with closing(Index(path)) as index:
        candidates = index.candidates([word], Extent("mark", 100), 100)
    return None if candidates is None else list(candidates.ids)


def test_it_goes_on_where_it_ended(feed: IndexFeed, path: Path):
    fill(feed)
    feed.close()
    with closing(IndexFeed(path)) as again:
        again.open()
        assert (again.history, again.watermark, again.arrived_ns, again.fed) == ("mark", 4, 77, 2)
        again.add([Text(5, b"stripe", b"", True)], 78)
        assert (again.watermark, again.arrived_ns, again.fed) == (5, 78, 3)
    assert found(path, b"stripe") == [1, 5]


def test_the_file_is_private(feed: IndexFeed, path: Path):
    feed.open()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_clearing_forgets_everything(feed: IndexFeed, path: Path):
    feed.open()
    feed.add([Text(1, b"stripe", b"", False)], 77)
    feed.clear("mark")
    assert (feed.history, feed.watermark, feed.fed) == ("mark", 0, 0)
    assert found(path, b"stripe") == []
    feed.add([Text(1, b"github", b"", True)], 77)
    assert found(path, b"stripe") == []


@pytest.mark.parametrize(
    "content", [b"", b"junk" * 1000, b"SQLite format 3\0" + b"\xff" * 5000], ids=["empty", "junk", "damaged"]
)
def test_what_is_no_index_is_begun_anew(feed: IndexFeed, path: Path, content: bytes):
    path.write_bytes(content)
    feed.open()
    assert (feed.history, feed.watermark) == ("", 0)
    fill(feed)
    assert found(path, b"stripe") == [1]


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 99",
        "DROP TABLE about",
        "DELETE FROM about",
        "ALTER TABLE about RENAME watermark TO other",
    ],
)
def test_an_index_that_is_not_of_this_version_is_begun_anew(feed: IndexFeed, path: Path, statement: str):
    fill(feed)
    feed.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    feed.open()
    assert (feed.history, feed.watermark) == ("", 0)


def test_one_that_a_reader_found_damaged_is_begun_anew(feed: IndexFeed, path: Path):
    fill(feed)
    assert feed.in_place
    beside(path, DAMAGED).touch()
    assert not feed.in_place
    feed.open()
    assert feed.in_place
    assert feed.watermark == 0
    assert not beside(path, DAMAGED).exists()


def test_it_notices_that_its_file_is_gone(feed: IndexFeed, path: Path):
    assert not feed.in_place
    fill(feed)
    assert feed.in_place
    path.rename(path.with_name("other.db"))
    assert not feed.in_place
    feed.open()
    assert feed.in_place
    assert feed.watermark == 0


def test_a_file_full_of_junk_pages_is_begun_anew(feed: IndexFeed, path: Path):
    feed.open()
    feed.clear("mark")
    feed.add([Text(number, b"%d stripe %d" % (number, number * 7919), b"", True) for number in range(1, 5000)], 77)
    feed.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    feed.open()
    assert feed.watermark == 0


def test_damage_that_a_write_meets_deletes_it(feed: IndexFeed, path: Path):
    fill(feed)
    feed._connection.execute("UPDATE texts_data SET block = x'00' WHERE id = 10")
    feed.close()
    feed.open()
    assert feed.watermark == 4
    with pytest.raises(KnownError):
        feed.add([Text(5, b"shopify", b"", True)], 78)
    assert not path.exists()


def test_the_last_of_the_disk_is_left_to_the_captures(feed: IndexFeed, monkeypatch: pytest.MonkeyPatch):
    fill(feed)
    monkeypatch.setattr(index_feed, "DISK_LEFT", 2**62)
    with pytest.raises(KnownError) as caught:
        feed.add([Text(5, b"stripe", b"", True)], 78)
    assert caught.value.problem.code == "store-full"
    assert feed.watermark == 4


def test_a_folder_that_cannot_be_written_is_a_known_error(tmp_path: Path):
    with closing(IndexFeed(tmp_path / "missing" / "index.db")) as feed, pytest.raises(KnownError):
        feed.open()


def test_a_failed_commit_leaves_nothing_behind(feed: IndexFeed, path: Path):
    fill(feed)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError) as caught:
            feed.add([Text(5, b"shopify", b"", True)], 78)
    assert caught.value.problem.code == "store-locked"
    feed.open()
    assert (feed.watermark, feed.fed) == (4, 2)
    assert found(path, b"shopify") == []


def test_a_log_that_was_left_behind_is_not_taken_for_its_own(feed: IndexFeed, path: Path):
    fill(feed)
    left = beside(path, LOG).read_bytes()
    assert left
    feed.close()
    path.unlink()
    beside(path, LOG).write_bytes(left)
    feed.open()
    assert (feed.history, feed.watermark) == ("", 0)


def test_deleting_leaves_no_file(feed: IndexFeed, path: Path):
    fill(feed)
    feed.close()
    beside(path, LOG).touch()
    beside(path, INDEX).touch()
    feed.delete()
    assert list(path.parent.iterdir()) == []


def test_captures_are_put_together_by_their_ids_and_sizes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(index_feed, "TOGETHER", 4)
    monkeypatch.setattr(index_feed, "TEXT_SIZE", 10)
    small = [Text(number, b"a", b"b", True) for number in (1, 2, 4, 5, 9, 10, 11, 12, 13)]
    assert [[one.id for one in part] for part in parts(small)] == [[1, 2, 4], [5], [9, 10, 11, 12], [13]]
    large = [Text(number, b"head", b"body" * number, True) for number in (1, 2, 3, 4)]
    assert [[one.id for one in part] for part in parts(large)] == [[1, 2], [3], [4]]
    assert parts([]) == []
