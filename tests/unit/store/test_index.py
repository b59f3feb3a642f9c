import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from webhook_inspector.store import index_feed
from webhook_inspector.store.candidates import Candidates, Word
from webhook_inspector.store.files import beside
from webhook_inspector.store.index import BODY_LIMIT, DAMAGED, Extent, Index, Text
from webhook_inspector.store.index_feed import IndexFeed
from webhook_inspector.store.index_runs import runs_of

HISTORY = Extent("mark", 5000)


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
        made.open()
        made.clear(HISTORY.mark)
        yield made


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    with closing(Index(path)) as made:
        yield made


def text(number: int, head: bytes = b"", body: bytes = b"", *, whole: bool = True) -> Text:
    return Text(number, head, body, whole)


def found(index: Index, *asked: Word, history: Extent = HISTORY, most: int = 1000) -> list[int] | None:
    candidates = index.candidates(asked, history, most)
    return None if candidates is None else list(candidates.ids)


def test_samples_tell_what_is_common(feed: IndexFeed, index: Index):
    feed.add([text(number, b"evt_%d" % number) for number in range(1, 641)], 5)
    samples = dict(feed._connection.execute("SELECT run, seen FROM sampled"))
    assert samples[runs_of([b"evt_"])[0]] == 10
    assert samples[runs_of([b"_640"])[0]] == 1
    assert found(index, b"evt_640") == [640]
    feed.clear(HISTORY.mark)
    assert feed._connection.execute("SELECT count(*), max(samples) FROM sampled, about").fetchone() == (0, None)


def test_words_that_nobody_has_propose_nothing(feed: IndexFeed, index: Index):
    feed.add([text(1, b"POST /stripe", b"one"), text(2, b"POST /github", b"Two")], 5)
    assert found(index, b"stripe") == [1]
    assert found(index, b"GITHUB") == [2]
    assert found(index, b"two") == [2]
    assert found(index, b"post") == [1, 2]
    assert found(index, b"stripe", b"github") == []
    assert found(index, b"stripe", b"e") == [1]
    assert found(index, b"shopify") == []
    assert found(index, (b"shopify", b"one", b"two")) == [1, 2]
    assert found(index, (b"shopify", b"one"), b"github") == []
    assert found(index, (b"shopify", b"two"), b"github") == [2]


@pytest.mark.parametrize("asked", [(), ((),), ((b"abc", b"ab"),), (b"",), (b"ab",), (b"ab", b"cd")])
def test_words_that_are_too_short_are_not_for_the_index(feed: IndexFeed, index: Index, asked: tuple[Word, ...]):
    feed.add([text(1, b"abcd")], 5)
    assert found(index, *asked) is None


def test_a_word_that_is_shorter_than_a_run_is_found_by_the_runs_that_begin_with_it(feed: IndexFeed, index: Index):
    feed.add([text(1, b"one", b"two"), text(2, b"tool one"), text(3, b"onto", b"on"), text(4, b"", b"zoo")], 5)
    assert found(index, b"one") == [1, 2]
    assert found(index, b"TOO") == [2]
    assert found(index, b"two") == [1]
    assert found(index, b"zoo") == [4]
    assert found(index, b"too", b"one") == [2]
    assert found(index, b"six") == []
    assert found(index, (b"two", b"onto")) == [1, 3]
    assert found(index, (b"six", b"onto"), b"on") == [3]
    assert found(index, (b"six", b"ten")) == []


def test_a_short_word_that_begins_very_many_runs_is_not_for_the_index(feed: IndexFeed, index: Index):
    feed.add([text(number, b"abc%c" % number) for number in range(1, 256)], 5)
    assert found(index, b"abc") is None
    assert found(index, (b"abc", b"nowhere")) is None
    assert found(index, (b"abc", b"nowhere"), b"abcz") == [ord("Z"), ord("z")]
    feed.clear(HISTORY.mark)
    feed.add([text(number, b"abc%c" % number) for number in range(1, 201)], 5)
    assert found(index, b"abc") == list(range(1, 201))
    assert found(index, b"abc", most=150) is None


def test_neighbours_are_proposed_together(feed: IndexFeed, index: Index, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(index_feed, "TOGETHER", 4)
    feed.add([text(number, b"number %d." % number) for number in (1, 2, 3, 4, 5, 8, 9, 30)], 5)
    assert found(index, b"number 3.") == [1, 2, 3, 4]
    assert found(index, b"number 8.") == [5, 6, 7, 8]
    assert found(index, b"number 9.") == [9]
    assert found(index, b"number 30.") == [30]
    assert found(index, b"number", most=10) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 30]
    assert found(index, b"number", most=9) is None
    feed.add([text(31, b"number 31.")], 6)
    assert found(index, b"number 31.") == [31]


def test_the_watermark_says_how_far_the_index_goes(feed: IndexFeed, index: Index):
    feed.add([text(3, b"stripe"), text(7, b"other")], 5)
    assert index.candidates([b"stripe"], HISTORY, 10) == Candidates(array("q", [3]), 7)
    feed.add([text(9, b"stripe")], 6)
    assert index.candidates([b"stripe"], HISTORY, 10) == Candidates(array("q", [3, 9]), 9)


def test_a_capture_with_a_large_body_is_a_candidate_always(feed: IndexFeed, index: Index):
    feed.add([text(1, b"stripe"), text(2, b"x", b"y" * BODY_LIMIT, whole=False), text(3, b"stripe")], 5)
    assert found(index, b"stripe") == [1, 2, 3]
    assert found(index, b"nowhere") == [2]


def test_too_many_candidates_are_none(feed: IndexFeed, index: Index):
    feed.add([text(number, b"stripe") for number in range(1, 6)], 5)
    assert found(index, b"stripe", most=5) == [1, 2, 3, 4, 5]
    assert found(index, b"stripe", most=4) is None


def test_an_index_of_another_history_is_not_asked(feed: IndexFeed, index: Index):
    feed.add([text(5, b"stripe")], 5)
    assert found(index, b"stripe", history=Extent("other", 5000)) is None
    assert found(index, b"stripe", history=Extent("", 5000)) is None
    assert found(index, b"stripe", history=Extent("mark", 4)) is None
    assert found(index, b"stripe", history=Extent("mark", 5)) == [5]


def test_where_there_is_none_it_is_not_made(index: Index, path: Path):
    assert found(index, b"stripe") is None
    assert not path.exists()


def test_another_file_at_the_path_is_opened(feed: IndexFeed, index: Index, path: Path):
    feed.add([text(1, b"stripe")], 5)
    assert found(index, b"stripe") == [1]
    feed.close()
    path.unlink()
    assert found(index, b"stripe") is None
    feed.open()
    feed.clear(HISTORY.mark)
    feed.add([text(2, b"stripe")], 5)
    assert found(index, b"stripe") == [2]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_junk_is_no_index(index: Index, path: Path, content: bytes):
    path.write_bytes(content)
    assert found(index, b"stripe") is None
    assert beside(path, DAMAGED).exists() == bool(content)


def test_a_newer_index_is_not_asked(feed: IndexFeed, index: Index, path: Path):
    feed.add([text(1, b"stripe")], 5)
    feed.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert found(index, b"stripe") is None


def test_interrupting_ends_a_question(feed: IndexFeed, index: Index):
    feed.add([text(number, b"stripe") for number in range(1, 3000)], 5)
    assert found(index, b"stripe", most=5000)
    index._connection.set_progress_handler(index.interrupt, 10)
    with pytest.raises(sqlite3.OperationalError) as caught:
        found(index, b"stripe", most=5000)
    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
    index._connection.set_progress_handler(None, 0)
    assert found(index, b"stripe", most=5000)
