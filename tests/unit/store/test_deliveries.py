import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from tests.unit.store.test_marking import do
from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Attempt, Deliveries, Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.order import Order
from webhook_inspector.core.problem import Problem
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Query
from webhook_inspector.store import deliveries, marking, retention
from webhook_inspector.store.deliveries import Made
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.rows import TRIES, _deliveries

URL = "http://localhost:3000/hook"
REFUSED = Problem.of("send-refused", place="localhost:3000")


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with closing(History(path, on_notice=print)) as one:
        one.open()
        one.write([make_record(make_capture(body=b"body %d" % number)) for number in (1, 2, 3)])
        yield one


@pytest.fixture
def reader(history: History) -> Iterator[Reader]:
    with closing(Reader(history.path)) as one:
        yield one


def a_delivery(capture: int = 1, rule: str = "app", **more: object) -> Delivery:
    return Delivery(URL, 5, capture, rule, **more)


def an_attempt(body: bytes = b"body 1", **more: object) -> Attempt:
    return Attempt(7, "POST", URL, b"POST /hook HTTP/1.1\r\n\r\n", body, **more)


def added(history: History, *wanted: Delivery) -> list[Delivery]:
    return do(history, deliveries.enqueue, "forward:app", 3, wanted)


def ids(found: list[Delivery]) -> list[int]:
    return [one.id for one in found]


def test_what_is_queued_comes_with_its_mark_or_not_at_all(history: History, reader: Reader):
    first, second = added(history, a_delivery(1, next_ns=9), a_delivery(2, problem=REFUSED, status=500))
    assert reader.deliveries_of(1) == [first]
    assert reader.delivery(second.id) == second
    assert (reader.deliveries_of(3), reader.delivery(99)) == ([], None)
    assert reader.mark("forward:app") == "3"
    with pytest.raises(sqlite3.Error):
        do(history, deliveries.enqueue, "forward:app", 4, [a_delivery(3), replace(a_delivery(), target=None)])
    assert (reader.deliveries_of(3), reader.mark("forward:app")) == ([], "3")


def test_a_row_tells_what_became_of_its_deliveries(history: History, reader: Reader):
    assert reader.rows([1])[0].deliveries.total == 0
    added(history, *(a_delivery(1, state=state) for state in (*DeliveryState, DeliveryState.FAILED)))
    assert reader.rows([1])[0].deliveries == Deliveries(waiting=1, delivered=1, failed=2, stopped=1)
    assert reader.rows([1])[0].deliveries.total == 5
    assert reader.rows([2])[0].deliveries.total == 0
    added(history, *[a_delivery(2)] * (TRIES + 5))
    assert reader.rows([2])[0].deliveries == Deliveries(waiting=TRIES)


def test_captures_are_found_and_put_in_order_by_what_became_of_their_deliveries(history: History, reader: Reader):
    added(history, a_delivery(1, state=DeliveryState.DELIVERED), a_delivery(3, state=DeliveryState.FAILED))
    added(history, a_delivery(1, state=DeliveryState.WAITING))
    texts = ("has:forward", "forward:failed", "forward:waiting,failed", "forward:stopped", "-has:forward")
    queries = [parse(text).query or Query() for text in texts]
    assert [list(reader.ids(query)) for query in queries] == [[1, 3], [3], [1, 3], [], [2]]
    for number in (1, 2, 3):
        seen = Seen(reader.rows([number])[0], b"", b"")
        assert [matches(query, seen, 0) for query in queries] == [number in reader.ids(query) for query in queries]
    assert list(reader.ids(Query(), order=Order("forward"))) == [3, 1, 2]
    assert list(reader.ids(Query(), order=Order("forward", descending=True))) == [2, 1, 3]


@given(st.text())
def test_states_that_nobody_knows_are_not_counted(letters: str):
    assert _deliveries(letters).total <= len(letters)


def test_the_letters_of_states_are_their_own():
    assert len({state.value[0] for state in DeliveryState}) == len(DeliveryState)


def test_new_marks_begin_behind_the_newest_and_those_of_others_go(history: History, reader: Reader):
    begin = "forward:"
    do(history, deliveries.put_mark, "forward-id", "me")
    assert do(history, deliveries.begin_marks, begin, ["app"]) == {"app": 3}
    do(history, deliveries.enqueue, "forward:app", 1, [])
    history.write([make_record()])
    assert do(history, deliveries.begin_marks, begin, ["app", "it's %"]) == {"app": 1, "it's %": 4}
    assert do(history, deliveries.begin_marks, begin, ["it's %"]) == {"it's %": 4}
    assert reader.mark("forward:app") == ""
    assert reader.mark("forward-id") == "me"
    assert do(history, deliveries.begin_marks, begin, ["app"]) == {"app": 4}


def test_a_mark_that_is_junk_begins_anew(history: History):
    do(history, deliveries.put_mark, "forward:app", "-1x")
    assert do(history, deliveries.begin_marks, "forward:", ["app"]) == {"app": 3}


def test_an_attempt_comes_back_whole_and_a_list_has_no_bodies(history: History, reader: Reader):
    (one,) = added(history, a_delivery())
    response = Response(503, b"HTTP/1.1 503 No\r\n\r\n", b"later", 5)
    timings = Timings(0.1, None, 0.3, 0.4, 0.9)
    attempt = an_attempt(response=response, timings=timings, peer="127.0.0.1:3000")
    after = replace(one, attempts=1, next_ns=50, status=503)
    (kept,) = do(history, deliveries.keep_attempts, [Made(after, attempt, own_body=True)])
    assert (kept.delivery, kept.attempt) == (after, replace(attempt, id=kept.attempt.id, delivery=one.id))
    assert reader.attempt(kept.attempt.id) == kept.attempt
    assert reader.delivery(one.id) == after
    (listed,) = reader.attempts_of(one.id)
    assert listed == replace(kept.attempt, sent_body=b"", response=replace(response, body=b""))
    assert reader.attempt(99) is None


def test_a_body_is_stored_only_where_it_is_not_the_captures_own(history: History, reader: Reader):
    (one,) = added(history, a_delivery())
    own = Made(replace(one, attempts=1), an_attempt(problem=REFUSED), own_body=True)
    other = Made(replace(one, attempts=2), an_attempt(b"signed", number=2), own_body=False)
    kept = do(history, deliveries.keep_attempts, [own, other])
    bodies = do(history, lambda connection: connection.execute("SELECT sent_body FROM attempts").fetchall())
    assert bodies == [(None,), (b"signed",)]
    found = [reader.attempt(made.attempt.id) for made in kept]
    assert [one.sent_body for one in found if one] == [b"body 1", b"signed"]
    assert [one.problem for one in found if one] == [REFUSED, None]


@pytest.mark.parametrize(
    ("outcome", "after"),
    [(DeliveryState.DELIVERED, DeliveryState.DELIVERED), (DeliveryState.WAITING, DeliveryState.STOPPED)],
)
def test_what_is_stopped_on_its_way_stays_so_unless_it_arrived(
    history: History, reader: Reader, outcome: DeliveryState, after: DeliveryState
):
    (one,) = added(history, a_delivery())
    assert ids(do(history, deliveries.stop, [one.id, 99])) == [one.id]
    made = Made(replace(one, attempts=1, state=outcome), an_attempt(), own_body=True)
    (kept,) = do(history, deliveries.keep_attempts, [made])
    assert kept.delivery.state is after
    assert reader.deliveries_of(1)[0].state is after


def test_of_a_delivery_that_is_gone_nothing_is_kept(history: History):
    made = Made(replace(a_delivery(), id=77), an_attempt(), own_body=True)
    assert do(history, deliveries.keep_attempts, [made]) == []


def test_stopping_and_trying_again(history: History, reader: Reader):
    states = [DeliveryState.WAITING, DeliveryState.DELIVERED, DeliveryState.FAILED, DeliveryState.STOPPED]
    found = added(history, *(a_delivery(state=state, next_ns=90) for state in states), a_delivery(rule=""))
    everything = ids(found)
    assert ids(do(history, deliveries.retry, everything, 20)) == [everything[0], everything[2], everything[3]]
    assert [(one.state.value, one.next_ns) for one in reader.deliveries_of(1)] == [
        ("waiting", 20),
        ("delivered", 90),
        ("waiting", 20),
        ("waiting", 20),
        ("waiting", 0),
    ]
    assert ids(do(history, deliveries.stop, everything)) == [number for number in everything if number != everything[1]]


def test_all_failed_ones_of_a_rule_are_tried_again_in_steps(
    history: History, reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deliveries, "STEP", 2)
    failed = DeliveryState.FAILED
    added(history, *[a_delivery(state=failed)] * 3, a_delivery(rule="other", state=failed))
    assert reader.delivery_counts() == {"app": Deliveries(failed=3), "other": Deliveries(failed=1)}
    counts = [len(do(history, deliveries.retry_failed, "app", after, 9)) for after in (0, 2, 3)]
    assert counts == [2, 1, 0]
    assert reader.delivery_counts() == {"app": Deliveries(waiting=3), "other": Deliveries(failed=1)}
    assert ids(reader.deliveries(failed, 9)) == [4]
    assert ids(reader.deliveries(DeliveryState.WAITING, 2)) == [3, 2]


def test_what_waits_in_a_lane(history: History, reader: Reader):
    moments = {1: 30, 2: 10, 3: 20}
    added(history, *(a_delivery(capture, next_ns=moment) for capture, moment in moments.items()))
    added(history, a_delivery(rule="other"), a_delivery(state=DeliveryState.FAILED), replace(a_delivery(), target="x"))

    def lane(limit: int, *, in_order: bool) -> list[tuple[int, int]]:
        found = reader.waiting("app", URL, limit, in_order=in_order)
        return [(one.delivery.capture, one.size) for one in found]

    assert lane(9, in_order=False) == [(2, 6), (3, 6), (1, 6)]
    assert lane(2, in_order=True) == [(1, 6), (2, 6)]
    do(history, marking.delete, [1], 5)
    assert lane(9, in_order=True) == [(2, 6), (3, 6)]
    assert reader.delivery_counts()["app"] == Deliveries(waiting=2, failed=1)
    do(history, marking.restore, 5)
    assert len(lane(9, in_order=True)) == 3


@pytest.mark.parametrize("in_order", [True, False])
def test_a_lane_is_found_by_its_index(history: History, in_order: bool):
    seen: list[str] = []

    def plan(connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(seen.append)
        deliveries.waiting(connection, ("app", URL), 8, in_order=in_order)
        connection.set_trace_callback(None)
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {seen[0]}")]
        assert steps[0].startswith("SEARCH deliveries USING INDEX")
        assert "(rule=? AND target=?)" in steps[0]
        assert not [step for step in steps if "TEMP B-TREE" in step]

    do(history, plan)


def test_heads_are_those_of_captures_that_are_there(history: History, reader: Reader):
    history.write([make_record(make_capture(state=State.CUT))])
    do(history, marking.delete, [2], 5)
    found = reader.heads(0, 9)
    assert [(one.id, one.complete, one.judged) for one in found] == [
        (1, True, False),
        (3, True, False),
        (4, False, False),
    ]
    assert found[0].head == make_capture().head
    assert [one.id for one in reader.heads(1, 1)] == [3]


def test_deliveries_go_with_their_captures(history: History, reader: Reader):
    first, second = added(history, a_delivery(1), a_delivery(2))
    made = [Made(replace(one, attempts=1), an_attempt(), own_body=True) for one in (first, second)]
    _, kept = do(history, deliveries.keep_attempts, made)
    do(history, marking.delete, [1], 5)
    assert ids(reader.deliveries_of(1)) == [first.id]
    assert do(history, retention.remove, "deleted", [1]) == ([1], [])
    assert reader.deliveries_of(1) == []
    assert do(history, lambda connection: connection.execute("SELECT id FROM attempts").fetchall()) == [
        (kept.attempt.id,)
    ]
    assert ids(reader.deliveries_of(2)) == [second.id]


def test_reading_waits_for_no_writer(bench: Callable, path: Path):
    bench().start().keep(1)
    with closing(Reader(path)) as reader:
        assert reader.delivery_counts() == {}
        assert reader.waiting("app", URL, 1, in_order=True) == []


def test_what_is_imported_is_remembered(history: History, reader: Reader):
    def imported() -> list[tuple[int, int]]:
        return deliveries.passed_over(reader.mark(deliveries.IMPORTED))

    assert imported() == []
    do(history, deliveries.end_import)
    do(history, deliveries.begin_import, 3)
    assert imported() == [(4, deliveries.ENDLESS)]
    history.write([make_record(), make_record()])
    for _ in range(2):
        do(history, deliveries.end_import)
        assert imported() == [(4, 5)]
    for _ in range(deliveries.MOST_IMPORTS + 5):
        do(history, deliveries.begin_import, 5)
        do(history, deliveries.end_import)
    assert len(imported()) == deliveries.MOST_IMPORTS + 1


@given(st.text() | st.sampled_from(["[1]", "[[1]]", "{}", "[[1,2,3]]", "[[null,1]]", "1", "[[1e999, 2]]"]))
def test_a_mark_of_imports_may_be_junk(mark: str):
    assert all(isinstance(one, int) for pair in deliveries.passed_over(mark) for one in pair)
