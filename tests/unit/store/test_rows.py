import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_record
from webhook_inspector.core.capture import Capture, Record, State, row_of
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.query import Query
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.rows import STORED_TYPES, columns_of

whole_numbers = st.integers(-(2**63), 2**63 - 1)
texts = st.text(st.characters(exclude_categories=["Cs"]))
problems = st.none() | st.builds(
    lambda code, particulars: Problem.of(code, **particulars),
    st.sampled_from(["chunk", "hung-up-in-body"]),
    st.dictionaries(st.sampled_from(["received", "announced", "value"]), texts | whole_numbers),
)
captures = st.builds(
    Capture,
    received_ns=whole_numbers,
    peer=texts,
    scheme=st.sampled_from(["http", "https"]),
    head=st.binary(max_size=300) | st.just(b"POST /\xff\x00 HTTP/1.1\r\nHost: \xc3\x28\r\n\r\n"),
    body=st.binary(max_size=300),
    state=st.sampled_from(list(State)),
    problem=problems,
    body_size=whole_numbers,
    trailers=st.binary(max_size=50),
)
meanings = st.builds(
    Meaning,
    provider=texts,
    event=texts,
    event_id=st.just(""),  # else each would be a retry of the one before
    attempt=whole_numbers,
    live=st.none() | st.booleans(),
    sent_ns=st.none() | whole_numbers,
)
judgements = st.builds(Judgement, meanings, st.none() | st.sampled_from(Status), texts, texts)
records = st.builds(Record, captures, whole_numbers, st.binary(max_size=100), judgement=st.none() | judgements)


def test_any_bytes_come_back_as_they_went(tmp_path_factory):
    path = tmp_path_factory.mktemp("rows") / "history.db"
    history = History(path, synchronous="NORMAL", on_notice=_unexpected)
    history.open()
    reader = Reader(path)

    @given(records)
    def check(record):
        (row,) = history.write([record])
        assert reader.record(row.id) == record.with_id(row.id)
        assert reader.rows([row.id]) == [row] == [row_of(record.with_id(row.id))]
        assert reader.stored_size(row.id) == len(record.capture.body)

    with closing(history), closing(reader):
        check()


def test_each_column_has_a_type():
    row, listed, stored = columns_of(make_record(number=7))
    assert row.id == listed[0] == stored[0] == 7
    assert len(STORED_TYPES) == 12


def test_the_hash_is_that_of_the_stored_body(path: Path):
    with closing(History(path, on_notice=_unexpected)) as history:
        history.open()
        record = make_record()
        history.write([record])
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("SELECT sha256 FROM captures").fetchone()
    assert found.hex() == record.capture.sha256()


def test_an_id_that_is_gone_is_left_out(reader: Reader):
    assert [row.id for row in reader.rows([3, 999, 1])] == [3, 1]
    assert reader.record(999) is None
    assert list(reader.ids(Query())) == list(range(1, 51))


def _unexpected(problem: Problem) -> None:
    raise AssertionError(problem)
