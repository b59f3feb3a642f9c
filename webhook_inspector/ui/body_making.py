"""Makes what is shown of a body; where that takes long, says how far it is and gives the raw text to read meanwhile."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.ui.body_content import BodyContent, prepare
from webhook_inspector.ui.body_progress import BodyProgress
from webhook_inspector.ui.body_text import Look, opened
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.workshop import HUSH, Workshop

PATIENCE = 0.4
"""Seconds before anything is said."""
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
        body = await self._workshop.do(partial(opened, loaded, look))
        progress, of_raw = Progress(self._workshop.breathe), Progress(self._workshop.breathe)
        whole = self._workshop.begin(partial(prepare, loaded, look, progress, body))
        try:
            await asyncio.wait((whole,), timeout=PATIENCE)
            if not whole.done() and _takes_long(before, look):
                progress.hold()  # two threads at work hold up the window more than twice as long as one
                await self._say(progress.share)
                raw = await self._workshop.do(partial(prepare, loaded, raw_look(look), of_raw, body))
                if not whole.done():
                    show_raw(raw)
                progress.go_on()
                while not whole.done():
                    self._line.say(progress.share)
                    await asyncio.wait((whole,), timeout=BEAT)
            return await whole
        finally:
            progress.stop()
            of_raw.stop()
            whole.cancel()
            self._line.hide()

    async def _say(self, share: float) -> None:
        """Says it for the first time; the pane is laid out anew and painted, before other work begins."""
        self._line.say(share)
        await asyncio.sleep(HUSH)


def raw_look(look: Look) -> Look:
    """The same with every kind as it was sent."""
    return replace(look, views=MappingProxyType(dict.fromkeys(KindName, View.RAW)))


def _takes_long(before: BodyContent, look: Look) -> bool:
    view = look.views.get(before.kind.name)
    return View.RAW in before.views and (view if view in before.views else before.views[0]) in _FORMATTED
