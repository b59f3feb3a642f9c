import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webhook_inspector.store.candidates import Candidates, Word
from webhook_inspector.store.files import beside
from webhook_inspector.store.index import (
    BODY_LIMIT,
    DAMAGED,
    Extent,
    Index,
    Question,
    Text,
    every_trigram,
    expression,
    indexed,
    question,
    rarest,
    trigrams,
)
from webhook_inspector.store.index_feed import IndexFeed

# Few bytes, so that words are found; among them everything that means something to FTS5, to SQL or to a text decoder.
letters = st.sampled_from(
    [b"a", b"A", b"z", b"Z", b'"', b"'", b"\0", b"\1", b" ", b"*", b"\n", b"\\", b"\x80", b"\xff", b"\xc3"]
)
whole_letters = st.sampled_from(["é", "É", "ß", "İ", "ı", "K", "😀", "\ud800"]).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
contents = st.lists(letters | whole_letters, max_size=14).map(b"".join)
words = st.lists(letters | whole_letters, min_size=1, max_size=5).map(b"".join)
HISTORY = Extent("mark", 5000)


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


@pytest.fixture(scope="module")
def one_row() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE texts USING fts5("
            "text, content='', detail='none', columnsize=0, tokenize='trigram case_sensitive 1')"
        )
        yield connection


@given(head=contents, body=contents, asked=st.lists(words, min_size=1, max_size=3))
@example(head=b"x\0Needle", body=b"", asked=[b"needle", b"x\0n"])
@example(head=b"", body=b"\xff\xfeneedle", asked=[b"\xfeNEE"])
@example(head="É".encode(), body=b"", asked=["É".encode() + b"x", "É".encode()])
@example(head=b"abcdefghij" * 90, body=b"", asked=[b"ABCDEFGHIJ" * 80])
@example(head=b" ".join(b"word%d" % number for number in range(40)), body=b"", asked=[b"word%d" % n for n in range(40)])
def test_whatever_matches_is_a_candidate(one_row, head: bytes, body: bytes, asked: list[bytes]):
    one_row.execute("INSERT INTO texts (texts) VALUES ('delete-all')")
    one_row.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (indexed(head + b"\n" + body),))
    matches = all(word.lower() in head.lower() or word.lower() in body.lower() for word in asked)
    wanted = question(asked)
    assert bool(wanted) == any(len(word) >= 3 for word in asked)
    if wanted:
        assert proposed(one_row, wanted) or not matches


@given(content=contents, choices=st.lists(st.lists(words, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
@example(content=b"two \\u00e9", choices=[(b"one", b"\\u0", b"urlencoded"), (b"TWO",)])
def test_whatever_one_choice_matches_is_a_candidate(one_row, content: bytes, choices: list[tuple[bytes, ...]]):
    one_row.execute("INSERT INTO texts (texts) VALUES ('delete-all')")
    one_row.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (indexed(content),))
    matches = all(any(word.lower() in content.lower() for word in choice) for choice in choices)
    wanted = question(choices)
    assert len(wanted) == sum(all(len(word) >= 3 for word in choice) for choice in choices)
    if wanted:
        assert proposed(one_row, wanted) or not matches


def proposed(connection: sqlite3.Connection, wanted: Question) -> bool:
    asked = expression(wanted, {}, 0)
    return connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (asked,)).fetchone() is not None


def test_trigrams_are_of_every_part_of_the_longest_words():
    assert trigrams([b"ABCDE", b"xy", b"cdef"]) == ["abc", "bcd", "cde", "def"]
    long = trigrams([bytes(range(128)) * 2])
    assert len(long) <= 40
    assert long[-1] == "}~\x7f"


@given(st.text(st.sampled_from("abcd"), max_size=60))
def test_every_trigram_of_a_word_is_one_of_the_text(text: str):
    assert set(trigrams([text[3:40].encode()])) <= every_trigram(text)


def test_the_rarest_trigrams_are_asked_for():
    seen = {"evt": 100, "vt_": 100, "_00": 60, "00f": 10, "0f3": 3}
    assert rarest(["evt", "vt_", "_00", "00f", "0f3", "f37"], seen, 100) == ["f37", "0f3", "00f"]
    assert rarest(["vt_", "evt"], {"evt": 99, "vt_": 100}, 100) == ["evt"]
    assert rarest(["abc", "bcd"], {}, 0) == ["abc", "bcd"]
    assert len(rarest([f"a{number:02}" for number in range(50)], {}, 100)) == 6


def test_samples_tell_what_is_common(feed: IndexFeed, index: Index):
    feed.add([text(number, b"evt_%d" % number) for number in range(1, 641)], 5)
    samples = dict(feed._connection.execute("SELECT trigram, seen FROM sampled"))
    assert samples["evt"] == 10
    assert samples["640"] == 1
    assert found(index, b"evt_640") == [640]
    feed.clear(HISTORY.mark)
    assert feed._connection.execute("SELECT count(*), max(samples) FROM sampled, about").fetchone() == (0, None)


def test_words_that_nobody_has_propose_nothing(feed: IndexFeed, index: Index):
    feed.add([text(1, b"POST /stripe", b"one"), text(2, b"POST /github", b"Two")], 5)
    assert found(index, b"stripe") == [1]
    assert found(index, b"GITHUB") == [2]
    assert found(index, b"two") == [2]
    assert found(index, b"post") == [1, 2]
    assert found(index, b"stripe", b"two") == []
    assert found(index, b"stripe", b"e") == [1]
    assert found(index, b"shopify") == []
    assert found(index, (b"shopify", b"one", b"two")) == [1, 2]
    assert found(index, (b"shopify", b"one"), b"github") == []
    assert found(index, (b"shopify", b"two"), b"github") == [2]


@pytest.mark.parametrize("asked", [(), ((),), ((b"abc", b"ab"),), (b"",), (b"ab",), (b"ab", b"cd")])
def test_words_that_are_too_short_are_not_for_the_index(feed: IndexFeed, index: Index, asked: tuple[Word, ...]):
    feed.add([text(1, b"abcd")], 5)
    assert found(index, *asked) is None


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
