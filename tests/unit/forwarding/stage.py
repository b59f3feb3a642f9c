"""A queue with a real history, a target that answers as it was told, and a clock that stands still until it is moved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.listening import until
from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from tests.unit.store.stage import Bench
from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.events import Attempted, Event, Notice, Queued
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.judgement import NOT_JUDGED
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.signing import KEPT
from webhook_inspector.forwarding.backoff import SECOND, Pauses
from webhook_inspector.forwarding.carrier import World
from webhook_inspector.forwarding.queue import Forwarding, Source
from webhook_inspector.net.sending import Options, Sent
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Steps

URL = "http://localhost:3000"
RULE = ForwardRule("app", (URL,))
REFUSED = Problem.of("sending-refused-here", origin=URL, port=3000)
PATIENCE = 20

Answer = int | Problem | tuple[int, bytes]


@dataclass
class Target:
    """Plays answers in their order, the last one again and again; while it is `shut`, requests wait."""

    answers: list[Answer] = field(default_factory=lambda: [200])
    got: list[Outgoing] = field(default_factory=list)
    options: list[Options] = field(default_factory=list)
    under_way: int = 0
    most: int = 0
    open: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    async def send(self, outgoing: Outgoing, options: Options) -> Sent:
        self.got.append(outgoing)
        self.options.append(options)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await self.open.wait()
            await asyncio.sleep(0)
        finally:
            self.under_way -= 1
        if isinstance(answer, Problem):
            return Sent(outgoing.head, problem=answer)
        status, headers = answer if isinstance(answer, tuple) else (answer, b"")
        response = Response(status, b"HTTP/1.1 %d X\r\n%s\r\n" % (status, headers), b"hi", 2)
        return Sent(outgoing.head, response, None, Timings(total=0.5), "127.0.0.1:3000")

    @property
    def bodies(self) -> list[bytes]:
        return [one.body for one in self.got]


class Stage:
    def __init__(self, path: Path, *rules: ForwardRule, at_once: int = 8) -> None:
        self.bench = Bench(path)
        self.bench.start()
        self.path = path
        self.rules = rules
        self.stamp = "1"
        self.target = Target()
        self.events: list[Event] = []
        self.now = RECEIVED_NS
        self.chance = 1.0
        self.at_once = at_once
        self.queue = self.new_queue()

    def new_queue(self) -> Forwarding:
        world = World(
            self.target.send, lambda capture, now: KEPT, self.events.append, lambda: self.now, lambda: self.chance
        )
        source = Source(lambda: self.rules, lambda: self.stamp)
        steps = Steps(self.bench.writer.change)
        return Forwarding(self.path, steps, world, source, pauses=Pauses(), most=self.at_once)

    def capture(self, *records: Record) -> None:
        """Commits records and tells the queue, as the engine does."""
        tokens = range(self.bench.sent, self.bench.sent + len(records))
        self.bench.sent += len(records)
        for token, record in zip(tokens, records, strict=True):
            assert self.bench.writer.submit(record, token)
        self.bench.heard.wait_for(*tokens)
        self.queue.stored(len(records))

    def bodies(self, *bodies: bytes) -> None:
        self.capture(*map(a_record, bodies))

    def later(self, seconds: float) -> None:
        self.now += int(seconds * SECOND)
        self.queue.wake()

    def deliveries(self, capture: int = 1) -> list[Delivery]:
        with closing(Reader(self.path)) as reader:
            return reader.deliveries_of(capture)

    def states(self, count: int) -> list[str]:
        return [one.state.value for number in range(1, count + 1) for one in self.deliveries(number)]

    def told(self) -> list[Delivery]:
        return [event.delivery for event in self.events if isinstance(event, Attempted)]

    def queued(self) -> list[int]:
        return [number for event in self.events if isinstance(event, Queued) for number in event.captures]

    def notices(self) -> list[Problem]:
        return [event.problem for event in self.events if isinstance(event, Notice)]

    async def until_attempts(self, count: int) -> None:
        await until(lambda: len(self.told()) >= count, PATIENCE)

    async def until_ended(self, count: int) -> None:
        """So many deliveries are delivered or given up, and that is told."""
        await until(lambda: sum(one.state is not DeliveryState.WAITING for one in self.told()) >= count, PATIENCE)


def a_record(body: bytes, path: str = "/hook", **headers: str) -> Record:
    fields = (("Host", "127.0.0.1:8787"), *((name.replace("_", "-"), value) for name, value in headers.items()))
    return make_record(make_capture(make_head(target=path, headers=fields), body), judgement=NOT_JUDGED)


@asynccontextmanager
async def staged(path: Path, *rules: ForwardRule, started: bool = True, at_once: int = 8) -> AsyncIterator[Stage]:
    stage = Stage(path, *rules, at_once=at_once)
    try:
        if started:
            await stage.queue.start()
        yield stage
    finally:
        await stage.queue.stop()
        await asyncio.to_thread(stage.bench.stop)
