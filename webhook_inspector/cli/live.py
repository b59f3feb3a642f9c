"""What `listen` does: runs the engine until a signal ends it, and prints what the engine tells."""

import asyncio
import json
import logging
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import TextIO

from webhook_inspector.cli.attempt_lines import attempt_json, attempt_line
from webhook_inspector.cli.complaints import log_shows
from webhook_inspector.cli.feed import Feed
from webhook_inspector.cli.judging_words import JudgingWords
from webhook_inspector.cli.rows import lines_as
from webhook_inspector.core.capture import Row
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.events import Attempted, Captured, Event, Fault, Judging, Listening, Notice, NotListening
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.engine import Engine
from webhook_inspector.net.addresses import free_port, outward_address
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.settings import load_settings

RECOVERED = "The history can be written again; capturing goes on."
_log = logging.getLogger(__name__)

Until = Callable[[asyncio.Event], Awaitable[object]]
"""Waits for something else than a signal; the event tells it that a signal has come."""


class Live:
    """Turns the engine's events into lines: captures on standard output, warnings on standard error.

    A verdict that comes later than its capture has no line of its own: the list has it.
    """

    def __init__(self, options: GlobalOptions, *, as_json: bool, quiet: bool, out: TextIO | None = None) -> None:
        """`out` is standard output where nothing else is said."""
        self._json = as_json
        self._quiet = quiet
        self._log_shows = log_shows(options)
        self._judging = JudgingWords()
        self._terminal = sys.stderr.isatty()
        self._listening = False
        self._lines = lines_as(as_json=as_json, dated=False)
        self.reader_gone = False
        self.on_reader_gone: Callable[[], None] = lambda: None
        self._out = Feed(out or sys.stdout, more=self._more, broken=self._reader_gone)
        self._errors = Feed(sys.stderr, more=self._more, broken=lambda: None)

    def close(self) -> None:
        self._out.close()
        self._errors.close()

    def on_event(self, event: Event) -> None:
        match event:
            case Captured(rows):
                self._captured(rows)
            case Listening(url, reachable):
                self._started(url, reachable=reachable)
            case NotListening(problem):
                if problem and self._listening:  # a first failure ends the command, and its edge tells it
                    self._warn(sentence(problem))
            case Fault(problem):
                self._warn(sentence(problem) if problem else RECOVERED)
            case Notice(problem):
                self._warn(sentence(problem))
            case Judging():
                self._progress(event)
            case Attempted(delivery, attempt):
                self._attempted(delivery, attempt)

    def _captured(self, rows: tuple[Row, ...]) -> None:
        if self._quiet:
            return
        if self._out.full():
            self._out.leave_out(len(rows))
        else:
            self._out.put(*self._lines(rows))

    def _attempted(self, delivery: Delivery, attempt: Attempt) -> None:
        if self._quiet:
            return
        if self._out.full():
            self._out.leave_out(1)
        else:
            self._out.put(attempt_json(delivery, attempt) if self._json else attempt_line(delivery, attempt))

    def _started(self, url: str, *, reachable: bool) -> None:
        self._listening = True
        _log.info("listening on %s", url)
        port = int(url.rpartition(":")[2])
        start = json.dumps({"event": "listening", "url": url, "port": port})
        self._out.put(start if self._json else f"listening on {url}")
        if reachable:
            self._warn(sentence(Problem.of("reachable", host=_place(url, port))))

    def _warn(self, text: str) -> None:
        _log.warning("%s", text)
        if not self._log_shows:
            self._errors.put(visible(text))

    def _progress(self, event: Judging) -> None:
        """For who looks on: a log is not the place for it."""
        words = self._judging.words(event)
        if words and self._terminal and not self._log_shows:
            self._errors.put(words)

    def _more(self, count: int) -> str:
        return json.dumps({"event": "left_out", "count": count}) if self._json else f"… {count:,} more"

    def _reader_gone(self) -> None:
        self.reader_gone = True
        self.on_reader_gone()


def run(
    live: Live,
    options: GlobalOptions,
    host: str | None,
    port: int | None,
    given: Rules = NO_RULES,
    until: Until | None = None,
    forwards: tuple[ForwardRule, ...] = (),
) -> None:
    """Captures until SIGINT or SIGTERM, or as long as `until` waits. Raises BrokenPipeError, in the end, where nobody reads standard output any more."""
    try:
        folder = data_folder(options.data_dir)
        settings = load_settings(folder.settings)
        engine = Engine(
            folder, settings, role="webhook-inspector listen", on_event=live.on_event, given=given, forwards=forwards
        )
        asyncio.run(_listen(engine, live, host, port, until))
    finally:
        live.close()
    if live.reader_gone:
        raise BrokenPipeError


async def _listen(engine: Engine, live: Live, host: str | None, port: int | None, until: Until | None) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    live.on_reader_gone = lambda: _safely(loop, stop.set)
    _on_signals(loop, stop.set)
    await engine.start()
    try:
        await _begin(engine, host, port)
        await (stop.wait() if until is None else until(stop))
    finally:
        await engine.stop()


async def _begin(engine: Engine, host: str | None, port: int | None) -> None:
    try:
        await engine.listen(host, port)
    except KnownError as error:
        taken = dict(error.problem.particulars).get("port")
        free = free_port(int(taken) + 1) if error.problem.code == "port-taken" and taken else None
        if free is None:
            raise
        raise KnownError(Problem.of("port-taken-try", port=int(taken or 0), free=free)) from error


def _on_signals(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    """The first signal stops in order; the second one ends at once, for who cannot wait."""

    def first(number: int) -> None:
        loop.remove_signal_handler(number)
        stop()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or (name == "SIGHUP" and signal.getsignal(number) == signal.SIG_IGN):  # nohup wants to go on
            continue
        try:
            loop.add_signal_handler(number, first, number)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: _safely(loop, stop))


def _safely(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """From another thread, perhaps when the loop has already ended."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(call)


def _place(url: str, port: int) -> str:
    """By which others reach what listens on `url`; on all addresses it names the loopback one, which is for us only."""
    place = url.partition("://")[2]
    return f"{outward_address()}:{port}" if place.startswith("127.") else place
