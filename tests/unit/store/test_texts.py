import sqlite3
from contextlib import closing
from pathlib import Path

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.store import texts
from webhook_inspector.store.history import History
from webhook_inspector.store.index import BODY_LIMIT, Extent, Text

HEAD = make_head()


def write(path: Path, *bodies: bytes, mark: str = "") -> sqlite3.Connection:
    with closing(History(path, on_notice=print)) as history:
        history.open()
        if bodies:
            history.write([make_record(make_capture(HEAD, body)) for body in bodies])
        if mark:
            history.amend([], {texts.MARK: mark})
    return sqlite3.connect(path, isolation_level=None)


def test_texts_come_in_the_order_of_their_ids(path: Path):
    with closing(write(path, b"one", b"two", b"three", mark="abc")) as connection:
        known, found = texts.texts(connection, 1, 10, 10**6)
        assert known == Extent("abc", 3)
        assert found == [Text(2, HEAD, b"two", True), Text(3, HEAD, b"three", True)]
        assert not connection.in_transaction


def test_no_more_than_asked_for(path: Path):
    with closing(write(path, *[b"x" * 100] * 10)) as connection:
        assert [text.id for text in texts.texts(connection, 0, 3, 10**6)[1]] == [1, 2, 3]
        assert [text.id for text in texts.texts(connection, 0, 10, len(HEAD) + 101)[1]] == [1, 2]
        assert texts.texts(connection, 10, 10, 10**6)[1] == []


def test_of_a_large_body_the_first_part(path: Path):
    large = b"a" * BODY_LIMIT + b"b"
    with closing(write(path, large, large[:-1])) as connection:
        _, found = texts.texts(connection, 0, 10, 10**8)
        assert found == [Text(1, HEAD, large[:-1], False), Text(2, HEAD, large[:-1], True)]


def test_the_highest_id_stays_when_its_capture_is_deleted(path: Path):
    with closing(write(path, b"one", b"two")) as connection:
        assert texts.extent(connection) == Extent("", 2)
        connection.execute("DELETE FROM captures")
        connection.execute("DELETE FROM contents")
        assert texts.extent(connection) == Extent("", 2)


def test_an_empty_history_has_no_extent(path: Path):
    with closing(write(path)) as connection:
        assert texts.texts(connection, 0, 10, 10) == (Extent("", 0), [])
