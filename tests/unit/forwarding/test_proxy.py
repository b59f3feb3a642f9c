import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from tests.listening import until
from tests.makers import RECEIVED_NS
from tests.receiver import answer, hang_up, receiving, silent
from tests.unit.forwarding.stage import PATIENCE, REFUSED, URL, Target, a_record
from webhook_inspector.core.capture import Capture
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.events import Event
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.forwarding import proxy as module
from webhook_inspector.forwarding.backoff import SECOND, Pauses
from webhook_inspector.forwarding.carrier import KEPT_BODY, World
from webhook_inspector.forwarding.proxy import HANDED_BODY, LOOKED_AT_ONCE, Proxied, Proxying
from webhook_inspector.net.nearness import Reach
from webhook_inspector.net.sending import Sender

RULE = ForwardRule("app", (URL, "http://second"), mode=Mode.PROXY, private=True)
NO_SECRET = Problem.of("forward-no-secret", path="/hook")
HOOK = a_record(b"hello").capture


@dataclass
class Desk:
    target: Target = field(default_factory=Target)
    events: list[Event] = field(default_factory=list)
    now: int = RECEIVED_NS

    def __post_init__(self) -> None:
        self.proxying = self.at(self.target.send)

    def at(self, send, most: int = 8) -> Proxying:
        world = World(send, signing_of, self.events.append, lambda: self.now, lambda: 1.0)
        found = Proxying(world, Pauses(), most=most)
        assert found.follow([RULE], "me") == []
        return found

    async def ask(self, capture: Capture = HOOK, proxying: Proxying | None = None) -> Proxied:
        found = await (proxying or self.proxying).ask(capture, lambda: NOT_JUDGED, judged=True, close=False)
        assert found is not None
        return found


def signing_of(_capture: Capture, _now: float) -> Signing:
    raise KnownError(NO_SECRET)


async def through_a_socket(script, **changes: object) -> Proxied:
    """What the sender gets of a target that plays the script."""
    desk = Desk()
    async with receiving(script) as receiver:
        sender = Sender(environment={})
        proxying = desk.at(sender.send)
        proxying.follow([replace(RULE, targets=(f"http://127.0.0.1:{receiver.port}",), **changes)], "me")
        try:
            return await desk.ask(proxying=proxying)
        finally:
            await sender.close()


async def test_the_answer_is_handed_through_and_the_delivery_has_ended():
    desk = Desk()
    desk.target.answers = [(201, b"X-A: 1\r\nX-A: 2\r\n")]
    found = await desk.ask()
    assert found.reply is not None
    assert found.reply.startswith(b"HTTP/1.1 201 X\r\nX-A: 1\r\nX-A: 2\r\nContent-Length: 2\r\nDate: ")
    assert found.reply.endswith(b"\r\n\r\nhi")
    assert (found.status, found.tried.rule) == (201, "app")
    delivery, attempt = found.tried.made.delivery, found.tried.made.attempt
    assert (delivery.target, delivery.state, delivery.attempts, delivery.status) == (URL, "delivered", 1, 201)
    assert (attempt.number, attempt.url, attempt.response.status) == (1, f"{URL}/hook", 201)
    assert found.tried.made.own_body
    assert attempt.sent_body == b""
    (sent,) = desk.target.got
    assert b"\r\nWebhook-Inspector-Hop: me\r\n" in sent.head
    assert sent.body == b"hello"
    (options,) = desk.target.options
    assert (options.timeout, options.reach) == (30, Reach.ANYTHING)


@pytest.mark.parametrize("status", [500, 429, 302, 404])
async def test_another_answer_is_handed_through_too_and_not_tried_again(status: int):
    desk = Desk()
    desk.target.answers = [status]
    found = await desk.ask()
    assert found.reply.startswith(b"HTTP/1.1 %d X\r\n" % status)
    delivery = found.tried.made.delivery
    assert (delivery.state, delivery.attempts, delivery.status, delivery.next_ns) == ("failed", 1, status, 0)


@pytest.mark.parametrize("answered", [REFUSED, 101])
async def test_without_an_answer_the_fallback_and_the_queue_goes_on(answered: int | Problem):
    desk = Desk()
    desk.target.answers = [answered]
    desk.proxying.follow([replace(RULE, fallback=503)], "me")
    found = await desk.ask()
    assert (found.status, found.reply) == (503, None)
    delivery = found.tried.made.delivery
    assert (delivery.state, delivery.attempts) == (DeliveryState.WAITING, 1)
    assert delivery.next_ns == RECEIVED_NS + SECOND


async def test_what_cannot_be_sent_is_an_attempt_too():
    desk = Desk()
    desk.proxying.follow([replace(RULE, sign=True)], "me")
    found = await desk.ask()
    assert (found.status, found.reply, desk.target.got) == (502, None, [])
    assert found.tried.made.attempt.problem == NO_SECRET
    assert found.tried.made.delivery.state is DeliveryState.WAITING


async def test_only_what_a_rule_in_proxy_mode_holds():
    desk = Desk()
    queue, late = replace(RULE, mode=Mode.QUEUE), replace(RULE, name="late", filter="tag:x")
    assert desk.proxying.follow([queue, late], "me") == [(late, Problem.of("forward-proxy-filter", asked="tag"))]
    assert not desk.proxying.concerns(HOOK)
    assert await desk.proxying.ask(HOOK, lambda: NOT_JUDGED, judged=True, close=False) is None
    desk.proxying.follow([RULE], "")
    assert not desk.proxying.concerns(HOOK)
    desk.proxying.follow([RULE], "me")
    assert desk.proxying.concerns(HOOK)


@pytest.mark.parametrize("body", [b"x", b"x" * (LOOKED_AT_ONCE + 1)])
@pytest.mark.parametrize("judged", [True, False])
async def test_a_filter_has_the_verdict(body: bytes, *, judged: bool):
    desk = Desk()
    desk.proxying.follow([replace(RULE, filter="sig:valid")], "me")
    capture = a_record(body).capture

    async def ask(status: Status) -> Proxied | None:
        judge: Callable[[], Judgement] = lambda: Judgement(status=status)  # noqa: E731
        return await desk.proxying.ask(capture, judge, judged=judged, close=False)

    assert await ask(Status.INVALID) is None
    assert (await ask(Status.VALID)).status == 200


async def test_so_many_go_to_a_target_at_once_and_the_others_wait_for_their_turn():
    desk = Desk()
    desk.target.open.clear()
    proxying = desk.at(desk.target.send, most=2)
    waiting = [asyncio.create_task(desk.ask(proxying=proxying)) for _ in range(5)]
    await until(lambda: desk.target.under_way == 2, PATIENCE)
    proxying.follow([RULE, replace(RULE, name="b", targets=("http://another",))], "me")
    proxying.follow([replace(RULE, name="b", targets=("http://another",))], "me")
    waiting.append(asyncio.create_task(desk.ask(proxying=proxying)))
    await until(lambda: desk.target.under_way == 3, PATIENCE)
    desk.target.open.set()
    assert [one.status for one in await asyncio.gather(*waiting)] == [200] * 6
    assert desk.target.most == 3


async def test_who_waits_for_a_turn_waits_no_longer_than_the_time_out():
    desk = Desk()
    desk.target.open.clear()
    proxying = desk.at(desk.target.send, most=1)
    proxying.follow([replace(RULE, timeout=1)], "me")
    first = asyncio.create_task(desk.ask(proxying=proxying))
    await until(lambda: desk.target.under_way == 1, PATIENCE)
    assert await desk.ask(proxying=proxying) == Proxied(502)
    assert not first.done()
    desk.target.open.set()
    assert (await first).status == 200
    assert len(desk.target.got) == 1


async def test_more_than_so_many_do_not_wait(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_WAITING", 3)
    desk = Desk()
    desk.target.open.clear()
    proxying = desk.at(desk.target.send, most=2)
    waiting = [asyncio.create_task(desk.ask(proxying=proxying)) for _ in range(3)]
    await until(lambda: desk.target.under_way == 2, PATIENCE)
    assert await desk.ask(proxying=proxying) == Proxied(502)
    desk.target.open.set()
    assert [one.status for one in await asyncio.gather(*waiting)] == [200, 200, 200]
    assert (await desk.ask(proxying=proxying)).status == 200


async def test_who_waits_is_given_up_and_the_next_one_waits_anew():
    desk = Desk()
    desk.target.open.clear()
    proxying = desk.at(desk.target.send, most=2)
    waiting = [asyncio.create_task(desk.ask(proxying=proxying)) for _ in range(3)]
    await until(lambda: desk.target.under_way == 2, PATIENCE)
    proxying.give_up()
    proxying.give_up()
    assert await asyncio.gather(*waiting) == [Proxied(502)] * 3
    assert len(desk.target.got) == 2
    assert desk.target.under_way == 0
    desk.target.open.set()
    assert (await desk.ask()).status == 200


async def test_a_silent_target_has_so_many_seconds():
    found = await through_a_socket(silent(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe"), timeout=3)
    assert (found.status, found.reply) == (502, None)
    attempt = found.tried.made.attempt
    assert attempt.problem.code == "sending-slow-body"
    assert attempt.response.body == b"he"


async def test_a_target_that_hangs_up():
    found = await through_a_socket(hang_up)
    assert (found.status, found.reply) == (502, None)
    assert found.tried.made.attempt.problem.code == "sending-closed"


async def test_a_large_answer_is_handed_through_whole_and_its_beginning_is_kept():
    body = b"0123456789abcdef" * (HANDED_BODY // 16)
    found = await through_a_socket(answer(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body))
    assert found.reply.partition(b"\r\n\r\n")[2] == body
    response = found.tried.made.attempt.response
    assert (response.body, response.body_size) == (body[:KEPT_BODY], len(body))
    assert found.tried.made.delivery.state is DeliveryState.DELIVERED


async def test_an_answer_that_is_too_large_is_none():
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (HANDED_BODY + 1) + bytes(HANDED_BODY + 1)
    found = await through_a_socket(answer(raw))
    assert (found.status, found.reply) == (502, None)
    assert found.tried.made.attempt.problem.code == "sending-body-too-long"
    assert len(found.tried.made.attempt.response.body) == KEPT_BODY
