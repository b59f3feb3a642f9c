"""Makes what is shown of a body; where that takes long, says how far it is and gives the raw text to read meanwhile."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.ui.body_content import BodyContent, prepare
from webhook_inspector.ui.body_progress import BodyProgress
from webhook_inspector.ui.body_text import Look
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.workshop import Workshop

PATIENCE = 0.4
"""Seconds before anything is said."""
BREATH = 0.0003
"""Seconds that each of the two threads rests after some milliseconds, so that the window has its turn."""
BEAT = 0.1
"""Seconds between two words on how far it is."""

_FORMATTED = frozenset({View.PRETTY, View.TREE, View.ROWS})
"""Views that take long for a large text."""


class BodyMaking:
    def __init__(self, workshop: Workshop, line: BodyProgress) -> None:
        self._workshop = workshop
        self._line = line

    async def made(
        self, loaded: Loaded, look: Look, before: BodyContent, show_raw: Callable[[BodyContent], None]
    ) -> BodyContent:
        """All of the content. Cancelled, it ends the work too. `before` is what is shown of the body so far."""
        progress, of_raw = Progress(_breathe), Progress(_breathe)
        whole = self._workshop.begin(partial(prepare, loaded, look, progress))
        raw: asyncio.Future[BodyContent] | None = None
        try:
            await asyncio.wait((whole,), timeout=PATIENCE)
            while not whole.done() and _takes_long(before, look):
                self._line.say(progress.share)
                if raw is None:
                    raw = self._workshop.begin(partial(prepare, loaded, raw_look(look), of_raw))
                waited = {whole} if raw.done() else {whole, raw}
                await asyncio.wait(waited, timeout=BEAT, return_when=asyncio.FIRST_COMPLETED)
                if raw in waited and raw.done() and not whole.done():
                    show_raw(raw.result())
            return await whole
        finally:
            progress.stop()
            of_raw.stop()
            for work in (whole, raw):
                if work is not None:
                    work.cancel()
            self._line.hide()


def _breathe() -> None:
    threading.Event().wait(BREATH)


def raw_look(look: Look) -> Look:
    """The same with every kind as it was sent."""
    return replace(look, views=MappingProxyType(dict.fromkeys(KindName, View.RAW)))


def _takes_long(before: BodyContent, look: Look) -> bool:
    view = look.views.get(before.kind.name)
    return View.RAW in before.views and (view if view in before.views else before.views[0]) in _FORMATTED
