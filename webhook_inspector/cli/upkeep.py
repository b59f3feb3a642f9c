"""Runs the engine, without listening, for a command that changes what is stored."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from webhook_inspector.cli.complaints import warn
from webhook_inspector.core.events import Event, Notice
from webhook_inspector.core.sentences import sentence
from webhook_inspector.engine import Engine
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.settings import load_settings

T = TypeVar("T")


def with_engine(options: GlobalOptions, command: str, work: Callable[[Engine], Awaitable[T]]) -> T:
    """What the work gives. Raises KnownError, too, where another process has the data folder."""
    folder = data_folder(options.data_dir)

    def hear(event: Event) -> None:
        if isinstance(event, Notice):
            warn(sentence(event.problem), options)

    engine = Engine(folder, load_settings(folder.settings), role=f"webhook-inspector {command}", on_event=hear)
    return asyncio.run(_work(engine, work))


async def _work(engine: Engine, work: Callable[[Engine], Awaitable[T]]) -> T:
    await engine.start()
    try:
        return await work(engine)
    finally:
        await engine.stop()


def captures(count: int) -> str:
    return f"{count:,} {'capture' if count == 1 else 'captures'}"
