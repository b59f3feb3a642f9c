import sqlite3
from array import array

from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from tests.unit.store.queries import empty_history, fill
from webhook_inspector.core.capture import Record
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.parse import parse, quoted
from webhook_inspector.store import find
from webhook_inspector.store.counts import MOST_PATHS, Counts, Tally, counts, folded, plain_path

STATUSES = (None, Status.VALID, Status.INVALID)


def one(path: str, provider: str = "", status: Status | None = None) -> Record:
    judgement = Judgement(Meaning(provider), status) if provider or status else None
    return make_record(make_capture(make_head(target=path)), judgement=judgement)


def test_counts_by_path_and_provider_and_knows_the_newest_verdict() -> None:
    with empty_history() as connection:
        fill(
            connection,
            [
                one("/a", "stripe", Status.INVALID),
                one("/A/", "stripe", Status.VALID),
                one("/a"),
                one("/b", "github", Status.EXPIRED),
                one("/"),
            ],
        )
        found = counts(connection, 3, 0)
        assert found == Counts(
            5,
            5,
            {"/a": Tally(3, 2, "valid"), "/b": Tally(1, 4, "expired"), "": Tally(1)},
            {"stripe": 2, "github": 1},
        )
        connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 2")
        left = counts(connection, 3, 0)
        assert (left.last, left.total, left.paths["/a"]) == (5, 4, Tally(2, 1, "invalid"))
        assert counts(connection, 3, 3).paths == {"/b": Tally(1, 4, "expired"), "": Tally(1)}


def test_an_old_history_has_no_verdicts() -> None:
    with empty_history() as connection:
        fill(connection, [one("/a", "stripe", Status.VALID)])
        assert counts(connection, 1, 0) == Counts(1, 1, {"/a": Tally(1)}, {})


paths = st.lists(st.sampled_from(["", "a", "A", "b", "é", "É", "%", "_"]), max_size=3).map(
    lambda steps: "/" + "/".join(steps)
)


@given(
    st.lists(st.builds(one, paths, st.sampled_from(["", "stripe", "github"]), st.sampled_from(STATUSES)), max_size=8)
)
def test_counting_in_two_parts_is_counting_once(records: list[Record]) -> None:
    with empty_history() as connection:
        fill(connection, records)
        whole = counts(connection, 3, 0)
        assert whole.total == len(records)
        for half in range(len(records)):
            connection.execute("UPDATE captures SET id = -id WHERE id > ?", (half,))
            first = counts(connection, 3, 0)
            connection.execute("UPDATE captures SET id = -id WHERE id < 0")
            assert first.plus(counts(connection, 3, half)) == whole


@given(st.lists(st.builds(one, paths), max_size=8))
def test_a_path_with_what_lies_under_it_counts_what_its_filter_finds(records: list[Record]) -> None:
    with empty_history() as connection:
        fill(connection, records)
        found = counts(connection, 3, 0).paths
        for path in found:
            under = sum(tally.count for other, tally in found.items() if f"{other}/".startswith(f"{path}/"))
            assert under == len(_ids(connection, f"endpoint:{quoted(path or '/')}"))


def _ids(connection: sqlite3.Connection, text: str) -> "array[int]":
    query = parse(text).query
    assert query is not None
    return find.ids(connection, query, find.Asked(), 0)


def test_very_many_paths_are_counted_by_their_first_steps() -> None:
    many = [(f"/hook/{place}/x", Tally(1, place, "valid")) for place in range(MOST_PATHS)]
    assert len(folded(many)) == MOST_PATHS
    found = folded([*many, ("/b", Tally(2)), ("/b/c/d", Tally(3))])
    assert found == {"/hook": Tally(MOST_PATHS, MOST_PATHS - 1, "valid"), "/b": Tally(5)}
    flat = folded((f"/{place}", Tally(1)) for place in range(MOST_PATHS + 1))
    assert flat == {"": Tally(MOST_PATHS + 1)}


@given(st.text())
def test_any_path_has_a_plain_form(path: str) -> None:
    assert plain_path(plain_path(path)) == plain_path(path)
    assert not plain_path(path).endswith("/")
