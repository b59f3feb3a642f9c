import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webhook_inspector.store.index_runs import (
    Question,
    above,
    beginnings,
    completed,
    every_run,
    expression,
    indexed,
    question,
    rarest,
    runs_of,
)

# Few bytes, so that words are found; among them everything that means something to FTS5, to SQL or to a text decoder.
letters = st.sampled_from(
    [b"a", b"A", b"z", b"Z", b'"', b"'", b"\0", b"\1", b" ", b"*", b"\n", b"\\", b"\x80", b"\xff", b"\xfe", b"\xd8"]
)
whole_letters = st.sampled_from(["é", "É", "ß", "İ", "ı", "K", "😀", "\ud800"]).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
contents = st.lists(letters | whole_letters, max_size=14).map(b"".join)
words = st.lists(letters | whole_letters, min_size=1, max_size=5).map(b"".join)


@pytest.fixture(scope="module")
def one_row() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE texts USING fts5("
            "text, content='', detail='none', columnsize=0, tokenize='trigram case_sensitive 1')"
        )
        connection.execute("CREATE VIRTUAL TABLE runs USING fts5vocab(texts, row)")
        yield connection


def fill(connection: sqlite3.Connection, content: bytes) -> None:
    connection.execute("INSERT INTO texts (texts) VALUES ('delete-all')")
    connection.execute("INSERT INTO texts (rowid, text) VALUES (1, ?)", (indexed(content),))


def proposed(connection: sqlite3.Connection, wanted: Question) -> bool:
    begun = {one: terms(connection, one) for one in beginnings(wanted)}
    known = completed(wanted, begun)
    if not all(known):
        return False
    asked = expression(known, {}, 0)
    return connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (asked,)).fetchone() is not None


def terms(connection: sqlite3.Connection, beginning: str) -> list[str]:
    sql = "SELECT term FROM runs WHERE term >= ? AND term < ?"
    return [term for (term,) in connection.execute(sql, (beginning, above(beginning)))]


@given(head=contents, body=contents, asked=st.lists(words, min_size=1, max_size=3))
@example(head=b"x\0Needle", body=b"", asked=[b"needle", b"x\0n"])
@example(head=b"", body=b"\xff\xfeneedle", asked=[b"\xfeNEE"])
@example(head="É".encode(), body=b"", asked=["É".encode() + b"x", "É".encode()])
@example(head=b"abcdefghij" * 90, body=b"", asked=[b"ABCDEFGHIJ" * 80])
@example(head=b" ".join(b"word%d" % number for number in range(40)), body=b"", asked=[b"word%d" % n for n in range(40)])
def test_whatever_matches_is_proposed(one_row, head: bytes, body: bytes, asked: list[bytes]):
    fill(one_row, head + b"\n" + body)
    matches = all(word.lower() in head.lower() or word.lower() in body.lower() for word in asked)
    wanted = question(asked)
    assert bool(wanted) == any(len(word) >= 3 for word in asked)
    if wanted:
        assert proposed(one_row, wanted) or not matches


@given(content=st.binary(min_size=3, max_size=80), start=st.integers(0, 80), length=st.integers(3, 80))
@example(content=bytes(range(256)), start=200, length=56)
@example(content=b"abc", start=0, length=3)
@example(content=b"\xff\xff\xff\xfe", start=1, length=3)
def test_every_part_of_any_bytes_is_proposed_to_the_very_end(one_row, content: bytes, start: int, length: int):
    start = min(start, len(content) - 3)
    fill(one_row, content)
    assert proposed(one_row, question([content[start : start + length]]))
    assert proposed(one_row, question([content[-3:]]))
    assert proposed(one_row, question([(b"nowhere at all", content[start : start + length].upper())]))


@given(content=st.binary(max_size=60), asked=st.binary(min_size=3, max_size=4))
def test_a_single_run_is_proposed_for_nothing_else(one_row, content: bytes, asked: bytes):
    fill(one_row, content)
    assert proposed(one_row, question([asked])) == (asked.lower() in content.lower())


@given(content=contents, choices=st.lists(st.lists(words, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
@example(content=b"two \\u00e9", choices=[(b"one", b"\\u0", b"urlencoded"), (b"TWO",)])
def test_whatever_one_choice_matches_is_proposed(one_row, content: bytes, choices: list[tuple[bytes, ...]]):
    fill(one_row, content)
    matches = all(any(word.lower() in content.lower() for word in choice) for choice in choices)
    wanted = question(choices)
    assert len(wanted) == sum(all(len(word) >= 3 for word in choice) for choice in choices)
    if wanted:
        assert proposed(one_row, wanted) or not matches


@given(st.binary(max_size=50))
def test_fts5_gets_nothing_that_it_would_take_for_something_else(content: bytes):
    text = indexed(content)
    assert len(text) == len(content)
    assert not any(0xD800 <= ord(one) < 0xE000 or ord(one) < 0x100 or (ord(one) & 0xFFFE) == 0xFFFE for one in text)


def test_runs_are_of_every_part_of_the_longest_words_first_those_that_lie_end_to_end():
    parts = (b"cdef", b"bcde", b"abcd", b"defg")
    assert runs_of([b"ABCDEF", b"xyz", b"cdefg"]) == [run for part in parts for run in runs_of([part])]
    assert runs_of([b"xyz"]) == []
    long = runs_of([bytes(range(128)) * 2])
    assert len(long) <= 40
    assert {runs_of([part])[0] for part in (b"\0\1\2\3", b"|}~\x7f")} <= set(long)


@given(st.text(st.sampled_from("abcd"), max_size=60))
def test_every_run_of_a_word_is_one_of_the_text(text: str):
    assert set(runs_of([text[3:40].encode()])) <= every_run(indexed(text.encode()))


def test_the_rarest_runs_are_asked_for():
    seen = {"evt": 100, "vt_": 100, "_00": 60, "00f": 10, "0f3": 3}
    assert rarest(["evt", "vt_", "_00", "00f", "0f3", "f37"], seen, 100) == ["f37", "0f3", "00f"]
    assert rarest(["vt_", "evt"], {"evt": 99, "vt_": 100}, 100) == ["evt"]
    assert rarest(["abc", "bcd"], {}, 0) == ["abc", "bcd"]
    assert len(rarest([f"a{number:02}" for number in range(50)], {}, 100)) == 4


def test_a_beginning_is_completed_by_what_is_known_of_it():
    asked = question([(b"abc", b"longer"), (b"xyz",)])
    abc, xyz = (indexed(word)[:2] for word in (b"abc", b"xyz"))
    assert beginnings(asked) == {abc, xyz}
    longer = runs_of([b"longer"])
    assert completed(asked, {abc: ["1", "2"], xyz: ["3"]}) == [[["1"], ["2"], longer], [["3"]]]
    assert completed(asked, {abc: [], xyz: []}) == [[longer], []]
    assert completed(asked, {abc: None, xyz: ["3"]}) == [[["3"]]]
    assert completed(asked, {abc: None, xyz: None}) == []
