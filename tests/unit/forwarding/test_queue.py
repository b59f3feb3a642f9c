import asyncio
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.listening import until
from tests.makers import RECEIVED_NS, make_capture, make_record
from tests.unit.forwarding.stage import PATIENCE, REFUSED, RULE, URL, a_record, staged
from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.events import ForwardsChanged
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.verdict import Status
from webhook_inspector.forwarding import queue as module
from webhook_inspector.forwarding.backoff import SECOND
from webhook_inspector.forwarding.beforehand import Tried
from webhook_inspector.forwarding.queue import MARK, OWN, Source
from webhook_inspector.store import deliveries
from webhook_inspector.store.deliveries import Made
from webhook_inspector.store.reader import Reader


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WATCH_SECONDS", 0.02)
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.02)


async def test_what_comes_is_sent_on_and_told(path: Path):
    async with staged(path, RULE) as stage:
        stage.bodies(b"one", b"two")
        await stage.until_ended(2)
        assert sorted(stage.target.bodies) == [b"one", b"two"]
        assert stage.states(2) == ["delivered", "delivered"]
        assert stage.queued() == [1, 2]
        (first,) = stage.deliveries(1)
        assert (first.attempts, first.status, first.rule, first.target) == (1, 200, "app", URL)
        with closing(Reader(path)) as reader:
            assert reader.rows([1])[0].deliveries.delivered == 1
            assert reader.mark(MARK + "app") == "2"


async def test_a_rule_begins_with_what_comes_after_it(path: Path):
    async with staged(path, started=False) as stage:
        stage.bodies(b"before")
        await stage.queue.start()
        stage.bodies(b"without a rule")
        stage.rules, stage.stamp = (RULE,), "2"
        await until(lambda: any(isinstance(event, ForwardsChanged) and event.rules for event in stage.events), PATIENCE)
        stage.bodies(b"after")
        await stage.until_ended(1)
        assert stage.target.bodies == [b"after"]
        assert stage.queue.rules == (RULE,)


async def test_what_was_committed_but_not_queued_is_found_at_the_next_start(path: Path):
    async with staged(path, RULE) as stage:
        stage.bodies(b"0")
        await stage.until_ended(1)
        await stage.queue.stop()
        stage.queue = stage.new_queue()
        stage.bodies(b"1", b"2")  # as when the process is killed between the commit and the queue
        await stage.queue.start()
        await stage.until_ended(3)
        assert sorted(stage.target.bodies) == [b"0", b"1", b"2"]
        assert stage.states(3) == ["delivered"] * 3


async def test_an_attempt_that_was_broken_off_is_made_again(path: Path):
    async with staged(path, RULE) as stage:
        stage.target.open.clear()
        stage.bodies(b"x")
        await until(lambda: stage.target.got, PATIENCE)
        await stage.queue.stop()
        assert [(one.state.value, one.attempts) for one in stage.deliveries()] == [("waiting", 0)]
        stage.queue = stage.new_queue()
        stage.target.open.set()
        await stage.queue.start()
        await stage.until_ended(1)
        assert stage.target.bodies == [b"x", b"x"]
        assert stage.deliveries()[0].attempts == 1


async def test_a_rule_that_was_away_begins_anew(path: Path):
    async with staged(path, RULE) as stage:
        stage.bodies(b"0")
        await stage.until_ended(1)
        for rules, body in (((), b"away"), ((RULE,), b"back")):
            await stage.queue.stop()
            stage.rules = rules
            stage.queue = stage.new_queue()
            await stage.queue.start()
            if not rules:
                await until(lambda: not mark(path, MARK + "app"), PATIENCE)
            stage.bodies(body)
        await stage.until_ended(2)
        assert stage.target.bodies == [b"0", b"back"]


def mark(path: Path, name: str) -> str:
    with closing(Reader(path)) as reader:
        return reader.mark(name)


async def test_failures_are_tried_again_when_it_is_time(path: Path):
    async with staged(path, RULE) as stage:
        stage.target.answers = [REFUSED, 500, 200]
        stage.bodies(b"x")
        await stage.until_attempts(1)
        (waiting,) = stage.deliveries()
        assert (waiting.state, waiting.problem) == (DeliveryState.WAITING, REFUSED)
        assert waiting.next_ns == stage.now + SECOND
        stage.later(0.9)
        stage.bodies(b"y")
        await stage.until_attempts(2)  # of the other one
        assert [len(stage.deliveries(number)) for number in (1, 2)] == [1, 1]
        assert stage.deliveries(1)[0].attempts == 1
        stage.later(1)
        await stage.until_ended(2)
        assert stage.states(2) == ["delivered", "delivered"]


async def test_it_is_given_up_and_can_be_tried_again(path: Path):
    async with staged(path, replace(RULE, attempts=2)) as stage:
        stage.target.answers = [500]
        stage.bodies(b"x", b"y")
        await stage.until_attempts(2)
        stage.later(1)
        await stage.until_ended(2)
        assert stage.states(2) == ["failed", "failed"]
        stage.target.answers = [200]
        assert len(await stage.queue.retry([stage.deliveries(1)[0].id])) == 1
        await stage.until_ended(3)
        assert stage.states(2) == ["delivered", "failed"]
        assert await stage.queue.retry([stage.deliveries(1)[0].id]) == []
        assert len(await stage.queue.retry_failed("app")) == 1
        await stage.until_ended(4)
        assert stage.states(2) == ["delivered", "delivered"]
        assert stage.deliveries(2)[0].attempts == 3


async def test_many_are_stopped_in_steps(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(deliveries, "STEP", 2)
    async with staged(path, RULE) as stage:
        await stage.queue.pause()
        stage.bodies(b"1", b"2", b"3")
        await until(lambda: len(stage.queued()) == 3, PATIENCE)
        ids = [stage.deliveries(number)[0].id for number in (1, 2, 3)]
        assert len(await stage.queue.stop_deliveries(ids)) == 3
        await stage.queue.resume()
        stage.bodies(b"4")
        await stage.until_ended(1)
        assert stage.target.bodies == [b"4"]
        assert stage.states(4) == ["stopped"] * 3 + ["delivered"]


async def test_in_order_the_later_ones_wait(path: Path):
    async with staged(path, replace(RULE, in_order=True, attempts=2)) as stage:
        stage.target.answers = [500, 500, 200]
        stage.bodies(*[b"%d" % number for number in range(6)])
        await stage.until_attempts(1)
        assert stage.target.bodies == [b"0"]
        stage.later(1)
        await stage.until_ended(6)
        assert stage.target.bodies == [b"0", b"0", b"1", b"2", b"3", b"4", b"5"]
        assert stage.states(6) == ["failed"] + ["delivered"] * 5
        assert stage.target.most == 1


async def test_a_few_are_on_their_way_at_once(path: Path):
    async with staged(path, RULE, at_once=3) as stage:
        stage.target.open.clear()
        stage.bodies(*[b"%d" % number for number in range(9)])
        await until(lambda: stage.target.under_way == 3, PATIENCE)
        stage.target.open.set()
        await stage.until_ended(9)
        assert stage.target.most == 3
        assert len(stage.target.got) == 9


async def test_retry_after_holds_for_the_whole_target_and_no_other(path: Path):
    other = "http://localhost:4000"
    async with staged(path, replace(RULE, targets=(URL, other)), at_once=1) as stage:
        stage.target.answers = [(429, b"Retry-After: 60\r\n"), 200]
        stage.bodies(b"x", b"y")
        await until(lambda: len(stage.told()) == 3, PATIENCE)
        held = stage.target.got[0].origin
        assert [one.origin for one in stage.target.got].count(held) == 1
        stage.later(30)
        stage.bodies(b"z")
        await until(lambda: len(stage.told()) == 4, PATIENCE)
        assert [one.origin for one in stage.target.got].count(held) == 1
        stage.later(31)
        await stage.until_ended(6)
        assert [one.origin for one in stage.target.got].count(held) == 4


async def test_a_pause_holds_over_a_restart(path: Path):
    async with staged(path, RULE) as stage:
        await stage.queue.pause()
        assert stage.events[-1] == ForwardsChanged((RULE,), paused=True)
        stage.bodies(b"x")
        await until(stage.queued, PATIENCE)
        await stage.queue.stop()
        stage.queue = stage.new_queue()
        await stage.queue.start()
        await until(lambda: stage.events[-1] == ForwardsChanged((RULE,), paused=True), PATIENCE)
        assert stage.queue.paused
        assert stage.target.got == []
        await stage.queue.resume()
        await stage.until_ended(1)
        assert stage.target.bodies == [b"x"]


async def test_a_rule_pauses_alone(path: Path):
    other = ForwardRule("other", ("http://localhost:4000",), paused=True)
    async with staged(path, RULE, other) as stage:
        stage.bodies(b"x")
        await stage.until_ended(1)
        assert stage.target.got[0].port == 3000
        await until(lambda: len(stage.deliveries()) == 2, PATIENCE)
        assert {one.rule: one.state.value for one in stage.deliveries()} == {"app": "delivered", "other": "waiting"}
        stage.rules, stage.stamp = (RULE, replace(other, paused=False)), "2"
        await stage.until_ended(2)
        assert stage.target.got[1].port == 4000


async def test_a_target_that_was_taken_out_gets_nothing_more(path: Path):
    async with staged(path, RULE) as stage:
        stage.target.answers = [500, 200]
        stage.bodies(b"x")
        await stage.until_attempts(1)
        stage.rules, stage.stamp = (replace(RULE, targets=("http://localhost:4000",)),), "2"
        await until(lambda: stage.queue.rules == stage.rules, PATIENCE)
        stage.later(5)
        stage.bodies(b"y")
        await stage.until_ended(1)
        assert [one.port for one in stage.target.got] == [3000, 4000]
        assert stage.deliveries(1)[0].state is DeliveryState.WAITING


async def test_only_what_the_rule_means(path: Path):
    rule = replace(RULE, endpoint="/stripe", filter="sig:valid -secret")
    valid = Judgement(status=Status.VALID, scheme="stripe")
    async with staged(path, rule) as stage:
        stage.capture(
            a_record(b"not judged valid", "/stripe"),
            replace(a_record(b"yes", "/stripe/x?y"), judgement=valid),
            replace(a_record(b"secret", "/stripe"), judgement=valid),
            replace(a_record(b"elsewhere", "/stripes"), judgement=valid),
            make_record(make_capture(state=State.INCOMPLETE), judgement=NOT_JUDGED),
        )
        await stage.until_ended(1)
        await until(lambda: mark(path, MARK + "app") == "5", PATIENCE)
        assert stage.target.bodies == [b"yes"]


async def test_a_filter_waits_for_the_verdict(path: Path):
    async with staged(path, replace(RULE, filter="sig:valid")) as stage:
        stage.capture(replace(a_record(b"x"), judgement=None))
        stage.capture(replace(a_record(b"y"), judgement=Judgement(status=Status.VALID)))
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        judged = [(1, Judgement(status=Status.VALID))]
        assert stage.target.got == []
        stage.bench.writer.amend(judged, lambda _problem: loop.call_soon_threadsafe(done.set), {})
        await done.wait()
        await stage.until_ended(2)
        assert sorted(stage.target.bodies) == [b"x", b"y"]


async def test_a_loop_is_found_and_told_once(path: Path):
    async with staged(path, RULE) as stage:
        stage.bodies(b"x")
        await stage.until_ended(1)
        own = mark(path, OWN)
        (line,) = [
            line for line in stage.target.got[0].head.split(b"\r\n") if line.startswith(b"Webhook-Inspector-Hop")
        ]
        assert line == b"Webhook-Inspector-Hop: " + own.encode()
        stage.capture(*(a_record(b"back", webhook_inspector_hop=f"other, {own}") for _ in range(2)))
        stage.capture(a_record(b"far", webhook_inspector_hop="1,2,3,4,5"), a_record(b"near", Webhook_Inspector_Hop="1"))
        await stage.until_ended(2)
        assert stage.target.bodies == [b"x", b"near"]
        assert b"Webhook-Inspector-Hop: 1, " + own.encode() in stage.target.got[1].head
        await until(lambda: len(stage.notices()) == 2, PATIENCE)
        assert {one.code for one in stage.notices()} == {"forward-loop", "forward-hops"}
        assert all("“app”" in sentence(one) and "{" not in sentence(one) for one in stage.notices())


async def test_rules_that_cannot_be_read_are_told_and_those_of_before_stay(path: Path):
    wrong = Problem.of("settings-file", path="settings.toml", reason="x")
    async with staged(path, RULE) as stage:

        def load() -> tuple[ForwardRule, ...]:
            raise KnownError(wrong)

        stage.queue._source = Source(load, lambda: "3")
        await until(stage.notices, PATIENCE)
        assert stage.notices() == [wrong]
        stage.bodies(b"x")
        await stage.until_ended(1)
        await stage.queue.stop()
        stage.queue = stage.new_queue()
        stage.queue._source = Source(load, lambda: "3", (replace(RULE, name="given"),))
        await stage.queue.start()
        assert [rule.name for rule in stage.queue.rules] == ["given"]


async def test_a_flood_is_sent_on_too_but_gives_way(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "FLOOD_SECONDS", 0.1)
    async with staged(path, RULE) as stage:
        stage.bodies(*[b"%d" % number for number in range(300)])
        await stage.until_ended(300)
        assert len(stage.target.got) == 300
        assert set(stage.states(300)) == {"delivered"}


async def test_what_is_deleted_is_not_sent_until_it_is_back(path: Path):
    from webhook_inspector.store import marking

    async with staged(path, RULE) as stage:
        stage.target.answers = [500, 200]
        stage.bodies(b"x")
        await stage.until_attempts(1)
        await stage.queue._steps.do(lambda connection: marking.delete(connection, [1], 5))
        stage.later(5)
        stage.bodies(b"y")
        await stage.until_ended(1)
        assert stage.target.bodies == [b"x", b"y"]
        await stage.queue._steps.do(lambda connection: marking.restore(connection, 5))
        stage.later(5)
        await stage.until_ended(2)
        assert stage.target.bodies == [b"x", b"y", b"x"]


async def test_it_ends_also_where_it_never_began(path: Path):
    async with staged(path, RULE, started=False) as stage:
        assert stage.queue.rules == ()


async def test_those_that_fail_again_at_once_are_tried_again_once(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(deliveries, "STEP", 1)
    async with staged(path, replace(RULE, attempts=1)) as stage:
        stage.target.answers = [500]
        stage.bodies(b"x", b"y")
        await stage.until_ended(2)
        assert len(await stage.queue.retry_failed("app")) == 2
        await stage.until_ended(4)
        assert [one.attempts for number in (1, 2) for one in stage.deliveries(number)] == [2, 2]


PROXIED = replace(RULE, mode=Mode.PROXY, targets=(URL, "http://localhost:4000"))


def tried_before(state: DeliveryState, *, attempts: int = 1, next_ns: int = 0) -> Tried:
    delivery = Delivery(URL, RECEIVED_NS, rule="app", state=state, attempts=attempts, next_ns=next_ns)
    return Tried("app", Made(delivery, Attempt(RECEIVED_NS, "POST", URL, b"head", b""), own_body=True))


async def test_what_was_tried_beforehand_waits_until_its_capture_is_known(path: Path):
    other = replace(RULE, name="other", targets=("http://localhost:5000",))
    async with staged(path, PROXIED, other) as stage:
        tried = tried_before(DeliveryState.DELIVERED)
        stage.queue.beforehand.submitted(tried)
        stage.bodies(b"x")
        await stage.until_ended(1)
        assert [one.rule for one in stage.deliveries()] == ["other"]
        assert mark(path, MARK + "app") == "0"
        stage.queue.beforehand.settled(tried, 1)
        await stage.until_ended(3)
        assert sorted(one.port for one in stage.target.got) == [4000, 5000]
        assert {(one.rule, one.target): one.state.value for one in stage.deliveries()} == {
            ("other", "http://localhost:5000"): "delivered",
            ("app", URL): "delivered",
            ("app", "http://localhost:4000"): "delivered",
        }
        (first,) = [one for one in stage.deliveries() if one.target == URL]
        with closing(Reader(path)) as reader:
            assert [one.sent_head for one in reader.attempts_of(first.id)] == [b"head"]


async def test_what_was_tried_in_vain_goes_on_where_it_was(path: Path):
    async with staged(path, replace(PROXIED, targets=(URL,), filter="-x")) as stage:
        tried = tried_before(DeliveryState.WAITING, next_ns=RECEIVED_NS + 5 * SECOND)
        stage.queue.beforehand.submitted(tried)
        stage.bodies(b"x")
        stage.queue.beforehand.settled(tried, 1)
        await until(stage.queued, PATIENCE)
        assert stage.target.got == []
        stage.later(5)
        await stage.until_ended(1)
        (only,) = stage.deliveries()
        assert (only.state.value, only.attempts) == ("delivered", 2)


async def test_what_was_tried_but_not_stored_holds_up_nobody(path: Path):
    async with staged(path, PROXIED) as stage:
        tried = tried_before(DeliveryState.DELIVERED)
        stage.queue.beforehand.submitted(tried)
        stage.bodies(b"x")
        stage.queue.beforehand.settled(tried, 0)
        await stage.until_ended(2)
        assert stage.states(1) == ["delivered", "delivered"]


async def test_a_filter_that_asks_what_is_known_later_is_told_and_works_as_a_queue(path: Path):
    async with staged(path, replace(PROXIED, filter="status:200")) as stage:
        assert [(one.code, dict(one.particulars)["asked"]) for one in stage.notices()] == [
            ("forward-proxy-filter", "status")
        ]
        assert "{" not in sentence(stage.notices()[0])
        record = a_record(b"x")
        assert not stage.queue.proxying.concerns(record.capture)
        stage.capture(record)
        await stage.until_ended(2)


async def test_only_while_its_rule_runs_a_request_is_proxied(path: Path):
    capture = a_record(b"x").capture
    async with staged(path, PROXIED, started=False) as stage:
        assert not stage.queue.proxying.concerns(capture)
        await stage.queue.start()
        await until(lambda: stage.queue.proxying.concerns(capture), PATIENCE)
        await stage.queue.pause()
        assert not stage.queue.proxying.concerns(capture)
        await stage.queue.resume()
        assert stage.queue.proxying.concerns(capture)
        stage.rules, stage.stamp = (replace(PROXIED, paused=True),), "2"
        await until(lambda: not stage.queue.proxying.concerns(capture), PATIENCE)


async def test_the_end_waits_until_what_was_tried_is_stored(path: Path):
    async with staged(path, replace(PROXIED, targets=(URL,))) as stage:
        tried = tried_before(DeliveryState.DELIVERED)
        stage.queue.beforehand.submitted(tried)
        stage.bodies(b"x")
        stage.queue.beforehand.settled(tried, 1)
        await stage.queue.stop()
        stage.queue = stage.new_queue()
        assert stage.states(1) == ["delivered"]
        assert stage.target.got == []
