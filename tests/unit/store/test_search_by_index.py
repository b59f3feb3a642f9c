"""A search with an index finds what a search without it finds."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.search.query import Query, Text
from webhook_inspector.store import reader as reader_module
from webhook_inspector.store import texts
from webhook_inspector.store.files import beside
from webhook_inspector.store.history import History
from webhook_inspector.store.index import DAMAGED
from webhook_inspector.store.index import Text as IndexText
from webhook_inspector.store.index_feed import IndexFeed
from webhook_inspector.store.reader import Interrupted, Reader

COUNT = 60
BODIES = [b"number %d. " % number + b"Even\0\xff\xc3" * (number % 2 == 0) for number in range(1, COUNT + 1)]


@pytest.fixture(autouse=True)
def asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "FEW", 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("indexed")
    with closing(History(place / "history.db", on_notice=print)) as history:
        history.open()
        history.write([make_record(make_capture(make_head(), body)) for body in BODIES])
        history.amend([], {texts.MARK: "mark"})
    return place


@pytest.fixture
def feed(folder: Path) -> Iterator[Callable[..., IndexFeed]]:
    """An index of the captures up to `watermark`, as `seen` tells them."""
    with closing(IndexFeed(folder / "index.db")) as made:

        def make(watermark: int, seen: Callable[[int], bytes] = lambda number: BODIES[number - 1]) -> IndexFeed:
            made.open()
            made.clear("mark")
            if watermark:
                made.add([IndexText(n, make_head(), seen(n), whole=True) for n in range(1, watermark + 1)], 5)
            return made

        yield make
        made.close()
        made.delete()


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    with closing(Reader(folder / "history.db")) as made:
        yield made


def found(reader: Reader, word: str, after: int = 0, newest: int | None = None) -> list[int]:
    return list(reader.ids(Query(Text(word), word), after=after, newest=newest))


def test_only_what_is_proposed_and_what_is_not_indexed_yet_is_looked_at(feed, reader: Reader):
    assert found(reader, "number") == list(range(1, COUNT + 1))
    feed(50, seen=lambda number: b"number" if number in {7, 8} else b"other")
    assert found(reader, "number") == [*range(5, 9), *range(51, COUNT + 1)]
    assert found(reader, "even") == list(range(52, COUNT + 1, 2))


def test_a_proposal_is_looked_at_closely(feed, reader: Reader):
    feed(50, seen=lambda _: b"nowhere")
    assert found(reader, "nowhere") == []


@pytest.mark.parametrize("watermark", [0, 20, COUNT])
@pytest.mark.parametrize("word", ["even", "EVEN\0", "number 3", "no", "nowhere", "stripe", "r 31."])
def test_both_find_the_same(feed, reader: Reader, word: str, watermark: int):
    for after, newest in ((0, None), (0, 3), (30, None), (30, 100), (0, 0)):
        plain = found(reader, word, after, newest)
        feed(watermark)
        assert found(reader, word, after, newest) == plain
        (reader._path.parent / "index.db").unlink()


@settings(max_examples=30)
@given(start=st.integers(0, 20), length=st.integers(1, 12), number=st.integers(1, COUNT))
def test_every_part_of_every_body_is_found(tmp_path_factory, folder: Path, start: int, length: int, number: int):
    word = BODIES[number - 1][start : start + length]
    with closing(IndexFeed(folder / "index.db")) as feed, closing(Reader(folder / "history.db")) as reader:
        feed.open()
        if feed.watermark == 0:
            feed.clear("mark")
            feed.add([IndexText(n, make_head(), body, whole=True) for n, body in enumerate(BODIES, 1)], 5)
        text = word.decode("utf-8", "replace")
        if text and "\ufffd" not in text:
            assert number in found(reader, text)


def test_few_new_captures_are_looked_through(feed, reader: Reader, monkeypatch: pytest.MonkeyPatch):
    feed(COUNT, seen=lambda _: b"other")
    assert found(reader, "even", after=50) == []
    monkeypatch.setattr(reader_module, "FEW", 11)
    assert found(reader, "even", after=50) == [52, 54, 56, 58, 60]


def test_where_very_many_are_proposed_the_history_is_looked_through(feed, reader: Reader, monkeypatch):
    monkeypatch.setattr(reader_module, "MANY", 5)
    feed(COUNT, seen=lambda number: b"even" if number <= 6 else b"other")
    assert found(reader, "even", newest=4) == [54, 56, 58, 60]
    feed(COUNT, seen=lambda number: b"even" if number <= 4 else b"other")
    assert found(reader, "even", newest=4) == [2, 4]


def test_a_damaged_index_changes_nothing(feed, reader: Reader, folder: Path):
    feed(COUNT).close()
    (folder / "index.db").write_bytes(b"junk" * 2000)
    assert found(reader, "even") == list(range(2, COUNT + 1, 2))
    assert beside(folder / "index.db", DAMAGED).exists()


def test_an_index_of_another_history_changes_nothing(feed, reader: Reader):
    feed(COUNT, seen=lambda _: b"other").clear("other")
    assert found(reader, "even") == list(range(2, COUNT + 1, 2))


def test_interrupting_ends_the_question_to_the_index(feed, reader: Reader, monkeypatch: pytest.MonkeyPatch):
    feed(COUNT)
    assert found(reader, "even")
    ask = reader._index._ask
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection, *rest):
        begun.set()
        connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
        return ask(connection, *rest)

    monkeypatch.setattr(reader._index, "_ask", slow)

    def interrupt() -> None:
        begun.wait(10)
        while not go_on.wait(0.01):
            reader.interrupt()

    other = threading.Thread(target=interrupt)
    other.start()
    with pytest.raises(Interrupted):
        found(reader, "even")
    go_on.set()
    other.join()
    monkeypatch.undo()
    assert found(reader, "even") == list(range(2, COUNT + 1, 2))
