"""Sends for a command, and keeps what was sent in the history where no other process has that."""

import asyncio
from types import TracebackType
from typing import Self

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net.sending import Sender
from webhook_inspector.paths import DataFolder
from webhook_inspector.resend import Resend
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.store.steps import Steps
from webhook_inspector.store.writer import Writer


class Keeping:
    """The history, held to be written by one command: its lock and its writer, without anything that captures or forwards."""

    def __init__(self, folder: DataFolder, settings: Settings, command: str) -> None:
        self._folder = folder
        self._lock = FolderLock(folder.lock, f"webhook-inspector {command}")
        self._writer = Writer(
            folder.history,
            synchronous=settings.text("store.synchronous"),
            deadline=settings.number("store.write_deadline"),
            on_done=lambda _done: None,
            on_fault=lambda _problem: None,  # each step that fails tells its own
            on_notice=lambda _problem: None,
        )
        self.steps = Steps(self._writer.change)

    async def __aenter__(self) -> Self:
        """Raises KnownError: `store-in-use` where another process has the history."""
        self._folder.make()
        self._lock.acquire()
        try:
            await asyncio.to_thread(self._writer.open)
        except BaseException:
            self._lock.release()
            raise
        self._writer.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._writer.stop)
        self._lock.release()


class Session:
    """On one event loop: `async with Session(…) as session: await session.resend.send(…)`."""

    def __init__(self, folder: DataFolder, settings: Settings, command: str) -> None:
        self._keeping = Keeping(folder, settings, command)
        self._sender = Sender()
        self._kept = False
        self.resend = Resend(self._sender, None, lambda _event: None)
        self.unkept = ""
        """Why nothing is kept, in words; empty where it is."""

    async def __aenter__(self) -> Self:
        try:
            await self._keeping.__aenter__()
        except KnownError as error:
            self.unkept = why_unkept(error.problem)
        else:
            self._kept = True
            self.resend = Resend(self._sender, self._keeping.steps, lambda _event: None)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._sender.close()
        if self._kept:
            await self._keeping.__aexit__(kind, error, traceback)


def why_unkept(problem: Problem) -> str:
    """That it was sent, and why it is not in the history all the same."""
    if problem.code == "store-in-use":
        holder = dict(problem.particulars).get("holder", "another process")
        return f"Sent, but not kept: {holder} has the history."
    return f"Sent, but not kept in the history. {sentence(problem)}"
