"""Files that the user chooses for a draft: read away from the window's thread; what cannot be read is told above the draft."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from webhook_inspector.core.problem import Problem, reason_of
from webhook_inspector.ui.ask_path import ask_open
from webhook_inspector.ui.editor_questions import Questions
from webhook_inspector.ui.workshop import Tools


class ChosenFiles:
    def __init__(self, parent: QWidget, tools: Tools, banners: Questions) -> None:
        self._parent = parent
        self._tools = tools
        self._banners = banners

    def path(self, title: str, take: Callable[[Path], object]) -> None:
        """Asks for a file that is there; nothing is taken where they think better of it."""

        async def name(path: Path) -> None:
            take(path)

        self._spawn(title, name)

    def content(self, title: str, take: Callable[[Path, bytes], object]) -> None:
        """Asks, and reads it."""
        self._spawn(title, partial(self._read, take=take))

    def _spawn(self, title: str, use: Callable[[Path], Awaitable[None]]) -> None:
        self._tools.tasks.spawn(self._ask(title, use), name="choose a file for a draft")

    async def _ask(self, title: str, use: Callable[[Path], Awaitable[None]]) -> None:
        path = await ask_open(self._parent, title)
        if path is not None:
            await use(path)

    async def _read(self, path: Path, take: Callable[[Path, bytes], object]) -> None:
        try:
            content = await self._tools.workshop.do(path.read_bytes)
        except OSError as error:
            problem = Problem.of("file-unreadable", path=str(path), reason=reason_of(error))
            self._banners.tell("file", problem)
            return
        take(path, content)
