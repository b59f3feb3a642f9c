"""Sends what the editor has prepared, on the engine's loop, and asks once for each host that is not this machine."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.tasks import aside
from webhook_inspector.engine import Engine
from webhook_inspector.known_hosts import add_host, load_hosts, needs_leave
from webhook_inspector.net.redirect import redirected
from webhook_inspector.net.sending import Options, Sender
from webhook_inspector.resend import Outcome, Resend
from webhook_inspector.ui.engine_thread import EngineThread

MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Hosts:
    """Those that the user has agreed to send to, in `settings.toml`."""

    path: Path

    async def asks(self, host: str) -> bool:
        """Whether to ask before anything is sent there. Raises KnownError where the file cannot be read."""
        if not needs_leave(host, ()):
            return False
        return needs_leave(host, await aside(partial(load_hosts, self.path)))

    async def agree(self, host: str) -> None:
        """From now on nobody asks about it. Raises KnownError."""
        await aside(partial(add_host, self.path, host))


class EditorSender:
    """While the engine of this window has the folder, it sends and keeps; else what is sent is kept nowhere."""

    def __init__(self, engine: EngineThread, ours: Callable[[], bool]) -> None:
        self._engine = engine
        self._ours = ours
        self._own = Sender()
        self._unkept = Resend(self._own, None, lambda _event: None)

    async def send(self, outgoing: Outgoing, options: Options, capture: int) -> Outcome:
        """Once. Never raises for faults of the world. Cancelled, it cuts the connection."""
        resend = _ours if self._ours() else self._not_ours
        return await self._engine.ask(lambda engine: resend(engine).send(outgoing, options, capture=capture))

    async def follow(self, outgoing: Outgoing, options: Options, capture: int) -> list[Outcome]:
        """With the redirects that stay on the host; the last is the one to show. Each is an outcome of its own."""
        outcomes = [await self.send(outgoing, options, capture)]
        while len(outcomes) <= MOST_REDIRECTS:
            response = outcomes[-1].attempt.response
            there = redirected(outgoing, response) if response is not None else None
            if there is None or isinstance(there, Problem) or not stays(outgoing, there):
                break
            outgoing = there
            outcomes.append(await self.send(outgoing, options, capture))
        return outcomes

    async def stop(self) -> None:
        """Before the engine's thread ends."""
        await self._engine.ask(lambda _engine: self._own.close())

    def _not_ours(self, _engine: Engine) -> Resend:
        return self._unkept


def stays(before: Outgoing, after: Outgoing) -> bool:
    """Whether a redirect leads to the same host and port; from http to https on their usual ports is the same host, too."""
    upgrade = (before.scheme, before.port, after.scheme, after.port) == ("http", 80, "https", 443)
    same = (before.scheme, before.port) == (after.scheme, after.port)
    return before.host.lower() == after.host.lower() and (same or upgrade)


def _ours(engine: Engine) -> Resend:
    return engine.resend
