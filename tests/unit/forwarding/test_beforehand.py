import asyncio

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.forwarding.beforehand import Beforehand, Tried, made_of, wanted_of
from webhook_inspector.store.deliveries import Made

URL, OTHER = "http://a", "http://b"
RULE = ForwardRule("app", (URL, OTHER))


def made(target: str = URL) -> Made:
    delivery = Delivery(target, 5, rule="app", state=DeliveryState.DELIVERED, attempts=1)
    return Made(delivery, Attempt(5, "POST", target, b"", b""), own_body=True)


def tried(rule: str = "app") -> Tried:
    return Tried(rule, made())


async def test_until_its_capture_has_an_id_the_queue_looks_no_further_than_is_known():
    news = []
    beforehand = Beforehand(lambda: news.append(1))
    assert beforehand.reach("app", 3, 9) == 9
    first, second = tried(), tried()
    beforehand.submitted(first)
    beforehand.submitted(second)
    assert beforehand.reach("app", 3, 9) == 3
    assert beforehand.reach("other", 3, 9) == 9
    beforehand.settled(first, 7)
    assert beforehand.reach("app", 3, 9) == 7
    assert beforehand.reach("app", 3, 5) == 5
    assert beforehand.reach("app", 8, 9) == 8
    beforehand.settled(second, 8)
    assert beforehand.reach("app", 3, 9) == 9
    assert beforehand.known("app", 7) == {7: first.made}
    assert beforehand.known("other", 9) == {}
    assert news == [1, 1]


async def test_what_could_not_be_stored_is_forgotten():
    beforehand = Beforehand(lambda: None)
    one = tried()
    beforehand.submitted(one)
    beforehand.settled(one, 0)
    assert beforehand.known("app", 99) == {}
    assert beforehand.reach("app", 3, 9) == 9
    await beforehand.none_left(60)


async def test_the_end_waits_until_all_is_stored():
    beforehand = Beforehand(lambda: None)
    one, other = tried(), tried("gone")
    waiting = []
    for step in (
        lambda: beforehand.submitted(one),
        lambda: beforehand.submitted(other),
        lambda: beforehand.settled(one, 1),
        lambda: beforehand.settled(other, 2),
        lambda: beforehand.stored("app", [1]),
    ):
        step()
        waiting.append(asyncio.create_task(beforehand.none_left(60)))
        await asyncio.sleep(0)
        assert not any(task.done() for task in waiting)
    beforehand.keep_only({"app"})
    await asyncio.gather(*waiting)
    beforehand.stored("gone", [2])
    beforehand.submitted(one)
    await beforehand.none_left(0.01)


def test_tried_deliveries_come_first_and_no_target_gets_two():
    before = {2: made(), 4: made("http://was.first")}
    wanted = wanted_of(RULE, [1, 2, 4], before, 9)
    assert [(one.capture, one.target, one.state.value) for one in wanted] == [
        (2, URL, "delivered"),
        (4, "http://was.first", "delivered"),
        (1, URL, "waiting"),
        (1, OTHER, "waiting"),
        (2, OTHER, "waiting"),
        (4, URL, "waiting"),
        (4, OTHER, "waiting"),
    ]
    assert [(one.delivery.capture, one.attempt.number) for one in made_of(wanted, before)] == [(2, 1), (4, 1)]
    assert made_of(wanted, {}) == []
