import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from webhook_inspector.search.query import Query, matches
from webhook_inspector.store import find
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader

# Few letters, so that words are found; among them everything that means something to SQL, to LIKE or to a text decoder.
letters = "aAzZéÉß%_\"'\\*?[;\0\n \ud800😀İ"
words = st.text(st.sampled_from(letters), min_size=1, max_size=4) | st.text(min_size=1, max_size=3)
pieces = words.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.sampled_from(
    [b"\xff", b"\xc3", b"\x80", b"\0"]
)
contents = st.lists(pieces, max_size=12).map(b"".join)


@pytest.fixture(scope="module")
def one_row():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE contents (id INTEGER PRIMARY KEY, head BLOB, body BLOB)")
        connection.execute("INSERT INTO contents VALUES (1, x'', x'')")
        yield connection


@given(head=contents, body=contents, asked=st.lists(words, min_size=1, max_size=4))
@example(head=b"", body=b"x\0Needle", asked=["needle"])
@example(head=b"\xff\xfeneedle", body=b"", asked=["NEEDLE"])
@example(head=b"100%", body=b"a_b", asked=["0%", "a_"])
@example(head=b"axb", body=b"", asked=["a_b"])
@example(head=b"need", body=b"le", asked=["needle"])
@example(head="É".encode(), body=b"", asked=["é"])
@example(head=b"", body=b"a" * 50_000 + b"B", asked=["A" * 50_000 + "b"])
@example(head=b"abc", body=b"", asked=[*"abc" * 400, *map(str, range(60))])
@example(head=b"".join(b"w%d " % n for n in range(3000)), body=b"", asked=[f"W{n}" for n in range(3000)])
@example(head=b"".join(b"w%d " % n for n in range(2999)), body=b"", asked=[f"W{n}" for n in range(3000)])
def test_sqlite_judges_as_the_query_does(one_row, head: bytes, body: bytes, asked: list[str]):
    one_row.execute("UPDATE contents SET head = ?, body = ?", (head, body))
    query = Query(tuple(asked))
    assert list(find.ids(one_row, query, 0, None)) == ([1] if matches(query, head, body) else [])


@pytest.fixture
def numbers(path: Path):
    """Captures 1 to 20, of which the even ones say so."""
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.write(
            [make_record(make_capture(body=b"Even" if number % 2 == 0 else b"odd")) for number in range(1, 21)]
        )
    with closing(Reader(path)) as reader:
        yield reader


@pytest.mark.parametrize(
    ("words", "after", "newest", "found"),
    [
        ((), 0, None, range(1, 21)),
        ((), 17, None, range(18, 21)),
        ((), 20, None, ()),
        ((), 0, 3, (18, 19, 20)),
        ((), 19, 3, (20,)),
        ((), 0, 0, ()),
        ((), 0, 100, range(1, 21)),
        (("even",), 0, None, range(2, 21, 2)),
        (("even",), 15, None, (16, 18, 20)),
        (("even",), 0, 2, (18, 20)),
        (("even",), 18, 2, (20,)),
        (("even", "stripe"), 0, 1, (20,)),
        (("even", "nowhere"), 0, None, ()),
    ],
)
def test_after_and_newest(numbers: Reader, words: tuple[str, ...], after: int, newest: int | None, found):
    assert list(numbers.ids(Query(words), after=after, newest=newest)) == list(found)


def test_gaps_are_left_out(numbers: Reader, path: Path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id IN (1, 19)")
    assert list(numbers.ids(Query())) == [*range(2, 19), 20]
    assert list(numbers.ids(Query(), newest=2)) == [18, 20]
    assert list(numbers.ids(Query(), after=18)) == [20]


def test_an_empty_history_has_nothing(path: Path):
    with closing(History(path, on_notice=print)) as history:
        history.open()
        with closing(Reader(path)) as reader:
            assert list(reader.ids(Query())) == list(reader.ids(Query(("x",)))) == []
            assert reader.count() == reader.last_id() == reader.stored_size(1) == 0
