import pytest

from tests.listening import until
from tests.receiver import answer, receiving
from tests.unit.forwarding.stage import PATIENCE, a_record
from tests.unit.store.stage import Bench
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.events import Attempted, Event
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.forwarding.assembly import forwarding_of
from webhook_inspector.forwards import save_forward
from webhook_inspector.net.sending import Sender
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store.steps import Steps


@pytest.fixture
def bench(folder: DataFolder):
    one = Bench(folder.history).start()
    yield one
    one.stop()


async def test_it_sends_by_the_rules_of_the_folder_and_those_of_this_run(
    folder: DataFolder, bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    events: list[Event] = []
    sender = Sender()
    settings = Settings().replaced(forward__first_pause_ms=1, forward__longest_pause_ms=1)
    refusal = answer(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")
    async with receiving(refusal, answer()) as kept, receiving() as given, receiving() as never:
        urls = [f"http://127.0.0.1:{one.port}/in" for one in (kept, given, never)]
        save_forward(folder.settings, ForwardRule("kept", (urls[0],)))
        save_forward(folder.settings, ForwardRule("given", (urls[2],)))
        queue = forwarding_of(
            folder,
            settings,
            Steps(bench.writer.change),
            sender,
            rules=lambda: NO_RULES,
            tell=events.append,
            given=(ForwardRule("given", (urls[1],)),),
        )
        await queue.start()
        assert [rule.name for rule in queue.rules] == ["kept", "given"]
        bench.writer.submit(a_record(b"hello"), 0)
        bench.heard.wait_for(0)
        queue.stored(1)
        await until(lambda: len(told(events)) == 2, PATIENCE)
        await queue.stop()
        await sender.close()
        assert [request.split(b"\r\n")[0] for request in (*kept.requests, given.seen)] == [b"POST /in HTTP/1.1"] * 3
        assert given.seen.endswith(b"\r\n\r\nhello")
        assert never.requests == []


def told(events: list[Event]) -> list[Attempted]:
    return [
        event for event in events if isinstance(event, Attempted) and event.delivery.state is DeliveryState.DELIVERED
    ]


async def test_a_change_of_the_file_is_seen(folder: DataFolder, bench: Bench, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("webhook_inspector.forwarding.queue.WATCH_SECONDS", 0.01)
    queue = forwarding_of(
        folder, Settings(), Steps(bench.writer.change), Sender(), rules=lambda: NO_RULES, tell=lambda _: None
    )
    await queue.start()
    rule = ForwardRule("new", ("http://127.0.0.1:9",), paused=True)
    save_forward(folder.settings, rule)
    await until(lambda: queue.rules == (rule,), PATIENCE)
    await queue.stop()
