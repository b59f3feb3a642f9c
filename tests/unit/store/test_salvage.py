import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from tests.unit.store.stage import a_record
from webhook_inspector.core.capture import Record
from webhook_inspector.core.marks import NO_MARKS, Marks
from webhook_inspector.core.problem import KnownError
from webhook_inspector.store.history import History
from webhook_inspector.store.salvage import Salvage, _open

COUNT = 1_500
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A history of 1,500 captures whose bodies take up to four pages each."""
    path = tmp_path_factory.mktemp("salvage") / "history.db"
    chance = random.Random(7)
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.write(
            [make_record(make_capture(body=chance.randbytes(chance.choice([20, 900, 15_000])))) for _ in range(COUNT)]
        )
    return path.read_bytes()


@pytest.fixture(scope="module")
def originals(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Record]:
    path = tmp_path_factory.mktemp("originals") / "history.db"
    path.write_bytes(whole)
    return {record.id: record for record in Salvage(path)}


def read(path: Path) -> tuple[list[Record], int]:
    salvage = Salvage(path)
    return list(salvage), salvage.unreadable


def test_a_whole_file_gives_everything_and_stays_alone(path: Path, whole: bytes, originals: dict[int, Record]):
    path.write_bytes(whole)
    found, unreadable = read(path)
    assert [record.id for record in found] == list(range(1, COUNT + 1))
    assert unreadable == 0
    assert {record.id: record for record in found} == originals
    assert path.read_bytes() == whole
    assert list(path.parent.iterdir()) == [path]


def test_what_is_only_in_the_log_is_read_too(path: Path, bench):
    one = bench().start()
    one.keep(10)
    assert len(read(path)[0]) == 10


def test_marks_come_along_and_what_was_deleted_does_not(path: Path, whole: bytes):
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE captures SET pinned = 1, colour = 'red', tags = ' b a ', note = 'why' WHERE id = 1")
        connection.execute("UPDATE captures SET tags = 5, note = x'ff' WHERE id = 2")
        connection.execute("UPDATE captures SET deleted_ns = 7 WHERE id > 5")
    found, unreadable = read(path)
    assert [record.id for record in found] == [1, 2, 3, 4, 5]
    assert unreadable == 0
    assert found[0].marks == Marks(pinned=True, colour="red", tags=("a", "b"), note="why")
    assert [record.marks for record in found[1:]] == [NO_MARKS] * 4


def test_a_hole_of_noise_costs_only_what_lay_in_it(path: Path, whole: bytes, originals: dict[int, Record]):
    content = bytearray(whole)
    start = len(content) // PAGE // 2 * PAGE
    content[start : start + 3 * PAGE] = random.Random(1).randbytes(3 * PAGE)
    path.write_bytes(content)
    found, unreadable = read(path)
    assert len(found) + unreadable == COUNT
    assert 0 < unreadable < 40
    assert all(originals[record.id] == record for record in found)


def test_a_page_above_the_leaves_may_be_gone(path: Path, whole: bytes):
    """Root pages of the tables: everything below them is out of reach, and the end is still reached."""
    for page in (2, 3, 4, 5, 6):
        content = bytearray(whole)
        content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
        path.write_bytes(content)
        try:
            found, unreadable = read(path)
        except KnownError:
            continue
        assert len(found) == COUNT or unreadable >= COUNT - len(found)


@pytest.mark.parametrize(("part", "fewest"), [(0.3, 0), (0.7, 0), (0.99, 1_000)])
def test_of_a_file_cut_short_every_row_that_can_be_reached_is_read(
    path: Path, whole: bytes, originals: dict[int, Record], part: float, fewest: int
):
    path.write_bytes(whole[: int(len(whole) * part)])
    found, unreadable = read(path)
    assert fewest <= len(found) < COUNT
    assert len(found) + unreadable == COUNT
    assert all(originals[record.id] == record for record in found)


def test_a_changed_body_is_not_passed_off_as_the_true_one(path: Path, whole: bytes, originals: dict[int, Record]):
    body = originals[700].capture.body
    assert len(body) > 500
    assert whole.count(body[:200]) == 1
    path.write_bytes(whole.replace(body[:200], b"\0" * 200))
    found, unreadable = read(path)
    assert unreadable == 1
    assert 700 not in {record.id for record in found}


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_makes_it_fail_in_another_way(path: Path, whole: bytes, originals: dict[int, Record], seed: int):
    chance = random.Random(seed)
    content = bytearray(whole)
    for _ in range(chance.choice([1, 20, 400])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(KnownError):  # the first page is too damaged to make it out as a history
        found, _ = read(path)
        bodies = {record.id: record.capture.body for record in originals.values()}
        assert all(bodies.get(record.id) == record.capture.body for record in found)


@pytest.mark.parametrize("content", [b"", b"noise" * 5000, b"SQLite format 3\0" + bytes(5000)])
def test_what_is_no_history_is_refused(path: Path, content: bytes):
    path.write_bytes(content)
    with pytest.raises(KnownError, match="file-unreadable"):
        read(path)
    with pytest.raises(KnownError, match="file-unreadable"):
        read(path.with_name("missing.db"))


def foreign(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_database_of_another_program_is_refused(path: Path):
    foreign(path, "CREATE TABLE captures (id INTEGER PRIMARY KEY)")
    with pytest.raises(KnownError, match="file-unreadable"):
        read(path)


def test_views_in_the_place_of_tables_are_never_run(filled: Path):
    foreign(
        filled,
        "ALTER TABLE contents RENAME TO real",
        "CREATE VIEW contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n",
    )
    with pytest.raises(KnownError, match="file-unreadable"):
        read(filled)


def test_generated_columns_run_no_functions(filled: Path):
    foreign(
        filled,
        "ALTER TABLE contents RENAME COLUMN body TO real",
        "ALTER TABLE contents ADD COLUMN body BLOB AS (zeroblob(100000000))",
    )
    with pytest.raises(KnownError, match="file-unreadable"):
        read(filled)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM captures",
        "SELECT zeroblob(1)",
        "SELECT load_extension('x')",
        "SELECT * FROM spied",
        "SELECT secret FROM other",
        "ATTACH 'elsewhere.db' AS elsewhere",
        "PRAGMA query_only = 0",
    ],
)
def test_the_connection_does_nothing_but_read_the_tables(filled: Path, sql: str):
    foreign(filled, "CREATE TABLE other (secret)", "CREATE VIEW spied AS SELECT id FROM captures")
    with closing(_open(filled)) as connection:
        assert connection.execute("SELECT max(id) FROM captures").fetchone() == (50,)
        with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited|readonly"):
            connection.execute(sql)


def test_values_of_other_types_are_unreadable(filled: Path):
    foreign(
        filled,
        "UPDATE contents SET head = 'text' WHERE id = 1",
        "UPDATE captures SET peer = 5 WHERE id = 2",  # becomes text: that column has TEXT affinity
        "UPDATE captures SET peer = x'00' WHERE id = 3",
        "UPDATE captures SET state = 'unheard of' WHERE id = 4",
        "UPDATE captures SET status = 'many' WHERE id = 5",
        "UPDATE captures SET target = CAST(x'ff' AS TEXT), peer = CAST(x'ff' AS TEXT) WHERE id = 6",
        "UPDATE captures SET problem = 'no json' WHERE id = 7",
        "DELETE FROM captures WHERE id = 8",
        "DELETE FROM contents WHERE id = 9",
        "DELETE FROM contents WHERE id = 10",
        "DELETE FROM captures WHERE id = 10",
    )
    found, unreadable = read(filled)
    assert [record.id for record in found] == [2, 7, *range(11, 51)]
    assert unreadable == 7


def test_a_file_that_claims_endless_ids_ends(filled: Path):
    foreign(filled, "UPDATE sqlite_sequence SET seq = 1 << 62")
    with closing(sqlite3.connect(filled)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'contents'").fetchone()
    content = bytearray(filled.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = b"\xff" * PAGE
    filled.write_bytes(content)
    found, unreadable = read(filled)
    assert found == []
    assert unreadable >= 50


def test_captures_far_apart_are_found(path: Path):
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.write([a_record(0)])
        history._next = 10**15
        history.write([a_record(1)])
    found, unreadable = read(path)
    assert [record.id for record in found] == [1, 10**15]
    assert unreadable == 0
