"""Everything that has no window: the history's writer and the listener, built and run. Window and terminal use the same."""

import asyncio
import logging
import sys
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from webhook_inspector.core.capture import Capture, Record, Reply, Row, State
from webhook_inspector.core.events import Captured, Event, Fault, Listening, Notice, NotListening
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.forwarding.assembly import forwarding_of
from webhook_inspector.forwarding.beforehand import Tried
from webhook_inspector.forwarding.proxy import Proxied
from webhook_inspector.indexing import Indexing
from webhook_inspector.judge import case_of, judgement_of, keys_to_fetch
from webhook_inspector.marking import Marking
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.net.limits import Limits
from webhook_inspector.net.listener import Bound, Listener
from webhook_inspector.net.sending import Sender
from webhook_inspector.paths import DataFolder
from webhook_inspector.receive import plan_reply, try_again
from webhook_inspector.resend import Resend
from webhook_inspector.retention import Retention, retention_limits
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.store.retention import Limits as Retained
from webhook_inspector.store.steps import Steps
from webhook_inspector.store.writer import Writer
from webhook_inspector.verdicts import Verdicts

_log = logging.getLogger(__name__)

SWITCH_SECONDS = 0.001
"""How long a thread may keep the interpreter while others want it. Python's own 5 ms are felt: as the longest waits of senders
behind the store thread, and as stutter of the window behind a worker that colours a body (CONTRIBUTING.md has the figures)."""

PROXY_GRACE = 2.0
"""Seconds that the end of listening waits for targets of proxied requests; the rest of the listener's own grace is for the fallbacks."""

_FINAL = {"store-in-use", "store-newer", "store-migration"}
"""Problems that do not go away by themselves."""

Token = tuple[Exchange, bytes, bool, Tried | None]
"""What the writer keeps beside a record for us: the exchange, its reply, whether that ends the connection, and the attempt at
the target that gave the reply."""

Done = list[tuple[object, Row | Problem]]


class Engine:
    """Lives on one event loop, from `start` to `stop`. `on_event` is called on that loop's thread and must be quick.

    `given` are endpoints and secrets of this run alone, `forwards` its forward rules, beside those of the data folder.
    """

    def __init__(
        self,
        folder: DataFolder,
        settings: Settings,
        *,
        role: str,
        on_event: Callable[[Event], None],
        given: Rules = NO_RULES,
        forwards: tuple[ForwardRule, ...] = (),
    ) -> None:
        self._folder = folder
        self._settings = settings
        self._role = role
        self._tell = on_event
        self._lock = FolderLock(folder.lock, role)
        self._has_folder = False
        self._listener: Listener | None = None
        self._tasks = Tasks()
        self._proxied: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._writer = Writer(
            folder.history,
            synchronous=settings.text("store.synchronous"),
            deadline=settings.number("store.write_deadline"),
            queue_limit=settings.number("store.queue_limit"),
            on_done=self._from_writer(self._release),
            on_fault=self._from_writer(self._fault_changed),
            on_notice=self._from_writer(lambda problem: self._tell(Notice(problem))),
        )
        self.verdicts = Verdicts(folder, settings, amend=self._writer.amend, tell=self._tell, given=given)
        steps = Steps(self._writer.change)
        self.marking = Marking(steps, restored=lambda: self.verdicts.stored(all_judged=False))
        self.retention = Retention(folder.history, self._limits, steps, self._tell)
        self._keeping: asyncio.Task[None] | None = None
        self._sender = Sender()
        self.resend = Resend(self._sender, steps, self._tell)
        self.trial = Resend(self._sender, None, self._tell)
        """Sends what is not to be kept: requests that are broken on purpose, and all where another process has the history."""
        self.forwarding = forwarding_of(
            folder, settings, steps, self._sender, rules=lambda: self.verdicts.rules, tell=on_event, given=forwards
        )
        self._indexing = Indexing(folder.history, folder.index, self._writer.amend)

    async def start(self) -> None:
        """Takes the data folder and opens its history. Raises KnownError where another process has it or it is of a newer version.

        A history that cannot be written now (full, read-only, locked) is a `Fault` event instead: senders get 503 until it can.
        """
        sys.setswitchinterval(SWITCH_SECONDS)
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._loop_failed)
        self._folder.make()
        self._take_folder()
        try:
            await self._loop.run_in_executor(None, self._writer.open)
        except KnownError as error:
            if error.problem.code in _FINAL:
                self._lock.release()
                raise
        self._writer.start()
        await self.verdicts.start()
        if self._has_folder:
            self._indexing.start()
            await self.forwarding.start()

    async def listen(self, host: str | None = None, port: int | None = None) -> Bound:
        """Begins to listen, by the settings where nothing else is said; ends an earlier listening first.

        From then on the history is kept within its limits.
        """
        await self.stop_listening()
        if self._keeping is None:
            self._keeping = self._tasks.spawn(self.retention.run(), name="retention")
        listener = Listener(limits_of(self._settings), self._handle)
        where = host or self._settings.text("listener.host")
        try:
            bound = await listener.start(where, self._settings.number("listener.port") if port is None else port)
        except KnownError as error:
            self._tell(NotListening(error.problem))
            raise
        self._listener = listener
        self._lock.tell(f"{self._role}, {bound.url}")
        self._tell(Listening(bound.url, bound.reachable))
        return bound

    @property
    def indexed(self) -> int:
        """Up to which id the captures are in the search index; -1 while that is not known yet."""
        return self._indexing.indexed

    async def allow_fetching(self) -> None:
        """From now on keys that providers publish may be fetched."""
        self.verdicts.allow_fetching()

    async def stop_listening(self) -> None:
        """Accepts nothing more; requests under way are finished. Targets that take too long for that are given up."""
        listener, self._listener = self._listener, None
        if listener is not None:
            give_up = self.forwarding.proxying.give_up
            late = asyncio.get_running_loop().call_later(PROXY_GRACE, give_up)
            await listener.stop()
            late.cancel()
            give_up()
            if self._proxied:
                await asyncio.wait(self._proxied)
            self._tell(NotListening(None))

    async def stop(self) -> None:
        """Ends everything in the right order: no more requests, the last commit, the last replies."""
        await self.stop_listening()
        await self.verdicts.stop()
        await self.forwarding.stop()
        await self._sender.close()
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.wait([self._keeping])
        self._indexing.end()
        await asyncio.get_running_loop().run_in_executor(None, self._indexing.join)
        await asyncio.get_running_loop().run_in_executor(None, self._writer.stop)
        await asyncio.sleep(0)  # the writer's last group is released on this loop
        self._lock.release()

    def _limits(self) -> Retained:
        return retention_limits(self._settings, self.verdicts.rules.endpoints)

    def _take_folder(self) -> None:
        """Locks the folder. One that cannot be written now is locked later, when it can."""
        try:
            self._lock.acquire()
        except KnownError as error:
            if error.problem.code in _FINAL:
                raise
        else:
            self._has_folder = True

    def _fault_changed(self, problem: Problem | None) -> None:
        self._tell(Fault(problem))
        if problem is None and not self._has_folder:
            try:
                self._take_folder()
            except KnownError as error:  # another process was faster: the history is its own now
                self._tell(Notice(error.problem))
                self._tasks.spawn(self.stop_listening(), name="give way")
        if self._has_folder:
            self._indexing.start()
            self._tasks.spawn(self.forwarding.start(), name="forward")

    def _handle(self, exchange: Exchange) -> None:
        judgement = self.verdicts.judge(exchange.capture)
        if exchange.refused is None and self.forwarding.proxying.concerns(exchange.capture):
            task = self._tasks.spawn(self._proxy(exchange, judgement), name="proxy")
            self._proxied.add(task)
            task.add_done_callback(self._proxied.discard)
        else:
            self._reply(exchange, plan_reply(exchange.capture, exchange.refused), judgement)

    async def _proxy(self, exchange: Exchange, judgement: Judgement | None) -> None:
        """Whatever happens, the request is stored and answered. A verdict that comes late is made again with what is stored."""
        capture = exchange.capture
        proxied: Proxied | None = Proxied(HTTPStatus.BAD_GATEWAY)
        try:
            proxied = await self.forwarding.proxying.ask(
                capture, lambda: judgement or self._judged(capture), judged=judgement is not None, close=exchange.close
            )
        except Exception:  # noqa: BLE001  the edge of the task: its sender waits
            _log.exception("a request could not be proxied")
        if proxied is None:
            self._reply(exchange, plan_reply(capture), judgement)
        else:
            self._reply(exchange, Reply(proxied.status), judgement, answer=proxied.reply, tried=proxied.tried)

    def _judged(self, capture: Capture) -> Judgement | None:
        """None where a key has to be fetched first. Takes a while: on a thread of its own."""
        rules = self.verdicts.rules
        case = case_of(capture, rules)
        return None if keys_to_fetch(case) is not None else judgement_of(case, rules)

    def _reply(
        self,
        exchange: Exchange,
        reply: Reply,
        judgement: Judgement | None,
        *,
        answer: bytes | None = None,
        tried: Tried | None = None,
    ) -> None:
        """Sends the reply when the capture is stored: a target's answer as it is, where there is one."""
        sent = b"" if exchange.gone else answer or exchange.render(reply)
        record = Record(exchange.capture, 0 if exchange.gone else reply.status, sent, judgement=judgement)
        if not self._writer.submit(record, (exchange, sent, reply.close, tried)):
            self._turn_away(exchange, sent)
        elif tried is not None:
            self.forwarding.beforehand.submitted(tried)

    def _release(self, done: Done) -> None:
        """One group has been committed, or has failed: its senders get their replies."""
        rows: list[Row] = []
        for token, outcome in done:
            exchange, sent, close, tried = cast("Token", token)
            try:
                if tried is not None:
                    self.forwarding.beforehand.settled(tried, outcome.id if isinstance(outcome, Row) else 0)
                if isinstance(outcome, Row):
                    rows.append(outcome)
                    exchange.answer(sent, close=close)
                else:
                    self._turn_away(exchange, sent)
            except Exception:  # noqa: BLE001  one connection must not keep the others of its group from their replies
                _log.exception("a reply could not be sent")
        if rows:
            self._tell(Captured(tuple(rows)))
            self._indexing.stored()
            self.forwarding.stored(len(rows))
            self.verdicts.stored(all_judged=all(row.judgement.status or row.state is State.REFUSED for row in rows))

    def _turn_away(self, exchange: Exchange, sent: bytes) -> None:
        """Not stored, so never a 2xx. A request that was refused anyway keeps its own refusal."""
        if exchange.refused is None and not exchange.gone:
            sent = exchange.render(try_again())
        exchange.answer(sent, close=False)

    def _from_writer(self, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        """`tell` as a callback for the writer's thread: it runs on our loop."""

        def hand_over(what: Any) -> None:
            if self._loop is not None and not self._loop.is_closed():
                self._loop.call_soon_threadsafe(tell, what)

        return hand_over

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if "out of system resource" in context.get("message", ""):
            reason = str(getattr(context.get("exception"), "strerror", ""))
            self._tell(Notice(Problem.of("connections-exhausted", reason=reason)))
        else:
            loop.default_exception_handler(context)


def limits_of(settings: Settings) -> Limits:
    """The listener's limits, by the settings."""
    return Limits(
        request_line=settings.number("listener.request_line_limit"),
        headers=settings.number("listener.header_limit"),
        header_count=settings.number("listener.header_count"),
        body=settings.number("listener.body_limit"),
        cut_body_kept=settings.number("listener.cut_body_kept"),
        memory=settings.number("listener.memory_limit"),
        connections=settings.number("listener.connections"),
        head_timeout=settings.number("listener.head_timeout"),
        body_timeout=settings.number("listener.body_timeout"),
        body_rate=settings.number("listener.body_rate"),
        idle_timeout=settings.number("listener.idle_timeout"),
        write_timeout=settings.number("listener.write_timeout"),
    )
