"""`wait`: until a capture matches, or time is up; for CI."""

import asyncio
import sys
from contextlib import closing, suppress
from pathlib import Path
from threading import Event
from time import monotonic, time_ns
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.filters import FilterCommand, query_of
from webhook_inspector.cli.listening_options import NAMES, listening_options
from webhook_inspector.core.capture import Row
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.options import GlobalOptions

PAUSE = 0.2
"""Seconds between two looks at the history, each of which only asks whether anything was committed."""
HOLDER_PAUSE = 0.5
"""Seconds between two looks at who has the history."""
GRACE = 2.0
"""Seconds for which nobody may listen: what a script has just started in the background takes a moment."""


@click.command(
    "wait",
    cls=FilterCommand,
    examples=(
        "webhook-inspector wait provider:stripe event:invoice.paid sig:valid --timeout 60",
        "webhook-inspector wait @Paid --since 1m --json",
        "webhook-inspector wait sig:valid --listen --port 8787 --secret /stripe=env:STRIPE_SECRET",
    ),
)
@click.argument("words", metavar="[FILTER]...", nargs=-1)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=30,
    show_default=True,
    metavar="S",
    help="Seconds after which it gives up.",
)
@click.option(
    "--since", metavar="TIME", help="Count what was received since then, too: 1m, 14:00, 2026-11-24T14:00:00Z."
)
@click.option("--from-start", is_flag=True, help="Count all that is in the history.")
@click.option("--listen", is_flag=True, help="Listen meanwhile, where no window and no other command does.")
@listening_options
@click.option("--json", "as_json", is_flag=True, help="Print the capture as one JSON object.")
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    words: tuple[str, ...],
    timeout: float,
    since: str | None,
    from_start: bool,
    listen: bool,
    as_json: bool,
    **where: Any,
) -> None:
    """Wait for the first capture that matches, and print it.

    FILTER is as for list; without it any capture will do. Only what comes from now on counts, unless --since or --from-start
    says else. The window or listen has to capture meanwhile, or --listen does.

    Exits with 1 where nothing matches in time, and tells which capture came nearest and what was wrong with it.
    """
    from webhook_inspector.cli.rows import lines_as
    from webhook_inspector.cli.watch import Watch
    from webhook_inspector.paths import data_folder

    if not listen and any(where[name] not in (None, ()) for name in NAMES):
        raise click.UsageError("How to listen matters with --listen only.")
    folder = data_folder(options.data_dir)
    since_ns = None if since is None else _moment(since)
    after = 0 if from_start or since is not None else None
    with closing(Watch(folder.history, query_of(words, options), after=after, since_ns=since_ns)) as watch:
        row = watch.look()
        if row is None:
            row = _listening(options, watch, timeout, where) if listen else _beside(watch, folder.lock, timeout)
        if row is None:
            raise KnownError(_too_late(timeout, watch.miss()))
    streams.write_lines(lines_as(as_json=as_json, dated=True)([row]))


def _beside(watch: Any, lock: Path, seconds: float) -> Row | None:
    """While another program captures. Raises KnownError where none does."""
    pause, end, presence = Event(), monotonic() + seconds, _Presence(lock)
    while True:
        alone = presence.missing(monotonic())
        row: Row | None = watch.look()
        left = end - monotonic()
        if row is not None or left <= 0:
            return row
        if alone:
            miss = watch.miss()
            code = "wait-nobody-near" if miss else "wait-nobody"
            raise KnownError(Problem.of(code, path=str(lock.parent), **({"miss": miss} if miss else {})))
        pause.wait(min(PAUSE, left))


class _Presence:
    """Whether some program has the history, looked at now and then."""

    def __init__(self, lock: Path) -> None:
        self._lock = lock
        self._seen: float | None = None
        self._next = 0.0

    def missing(self, now: float) -> bool:
        """Whether nobody has had it for a while."""
        from webhook_inspector.store.lock import holder_of

        self._seen = now if self._seen is None else self._seen
        if now >= self._next:
            self._next = now + HOLDER_PAUSE
            if holder_of(self._lock) is not None:
                self._seen = now
        return now - self._seen > GRACE


def _listening(options: GlobalOptions, watch: Any, seconds: float, where: dict[str, Any]) -> Row | None:
    """While this program captures. Raises click.Abort where a signal ends it."""
    from webhook_inspector.cli.given import Given, rules_for
    from webhook_inspector.cli.live import Live, run

    found: list[Row | None] = []

    async def until(stop: asyncio.Event) -> None:
        loop, end = asyncio.get_running_loop(), monotonic() + seconds
        while not found and not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), min(PAUSE, max(0.0, end - monotonic())))
            late = monotonic() >= end
            row = await loop.run_in_executor(None, watch.look)
            if row is not None or late:
                found.append(row)

    host, port = where.pop("host"), where.pop("port")
    rules = rules_for(options, Given(**where))
    run(Live(options, as_json=False, quiet=True, out=sys.stderr), options, host, port, rules, until)
    if not found:
        raise click.Abort
    return found[0]


def _moment(text: str) -> int:
    from webhook_inspector.search.moment import moment_of

    moment = moment_of(text)
    if moment is None:
        raise click.BadParameter(
            f"{text!r} is no time such as 10m, 14:00 or 2026-11-24T14:00:00Z.", param_hint="--since"
        )
    return moment.ns(time_ns())


def _too_late(seconds: float, miss: str) -> Problem:
    told = f"{seconds:g}"
    return Problem.of("wait-timeout", seconds=told, miss=miss) if miss else Problem.of("wait-silence", seconds=told)
