from contextlib import closing
from pathlib import Path

import pytest

from tests.receiver import receiving
from tests.unit.store.stage import Bench
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.events import Attempted
from webhook_inspector.net.sending import Options, Sender
from webhook_inspector.resend import Resend
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Steps


@pytest.fixture
def bench(tmp_path: Path):
    one = Bench(tmp_path / "history.db").start()
    one.keep(1)
    yield one
    one.stop()


def request(port: int) -> Outgoing:
    head = b"POST /hook HTTP/1.1\r\nHost: x\r\nx-a: 1\r\nX-A: 2\r\nContent-Length: 5\r\n\r\n"
    return Outgoing("http", "127.0.0.1", port, head, b"hello")


async def test_what_is_sent_is_kept_and_told(bench, tmp_path):
    told, sender = [], Sender()
    async with receiving() as receiver:
        outgoing = request(receiver.port)
        outcome = await Resend(sender, Steps(bench.writer.change), told.append).send(outgoing, Options(), capture=1)
    await sender.close()
    assert receiver.requests == [outgoing.head + outgoing.body]
    assert (outcome.delivery.state, outcome.unkept, outcome.delivery.capture) == (DeliveryState.DELIVERED, None, 1)
    with closing(Reader(tmp_path / "history.db")) as reader:
        assert reader.attempt(outcome.attempt.id) == outcome.attempt
        assert reader.last_by_hand(1, f"http://127.0.0.1:{receiver.port}/hook") == outcome.attempt
    (event,) = told
    assert isinstance(event, Attempted)
    assert (event.delivery, event.attempt.sent_body, event.attempt.response.body) == (outcome.delivery, b"", b"")


async def test_a_failure_is_kept_too(bench):
    told, sender = [], Sender()
    async with receiving() as receiver:
        port = receiver.port
    outcome = await Resend(sender, Steps(bench.writer.change), told.append).send(request(port), Options())
    await sender.close()
    assert (outcome.delivery.state, outcome.attempt.response) == (DeliveryState.FAILED, None)
    assert outcome.attempt.problem == told[0].delivery.problem


async def test_where_somebody_else_has_the_history_it_is_sent_all_the_same():
    sender = Sender()
    async with receiving() as receiver:
        outcome = await Resend(sender, None, print).send(request(receiver.port), Options())
    await sender.close()
    assert outcome.attempt.succeeded
    assert outcome.unkept.code == "sending-not-kept"
    assert outcome.attempt.id == 0


async def test_what_cannot_be_kept_is_told_with_its_outcome(bench):
    sender = Sender()
    async with receiving() as receiver:
        resend = Resend(sender, Steps(bench.writer.change), print)
        bench.stop()
        outcome = await resend.send(request(receiver.port), Options())
    await sender.close()
    assert outcome.attempt.succeeded
    assert outcome.unkept is not None
