"""The view that the user has chosen for each kind of body."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName


class ViewChoices:
    def __init__(self) -> None:
        self._chosen: dict[KindName, View] = {}

    @property
    def views(self) -> Mapping[KindName, View]:
        """As they are at this moment: a later choice does not change them."""
        return MappingProxyType(dict(self._chosen))

    def choose(self, kind: KindName, view: View) -> None:
        self._chosen[kind] = view

    def texts(self) -> list[str]:
        """`json=tree`, for the window's memory."""
        return [f"{kind}={view}" for kind, view in self._chosen.items()]

    def recall(self, texts: Sequence[str]) -> None:
        """What `texts` gave; of junk, and of what another version knew, nothing."""
        for text in texts:
            kind, _, view = text.partition("=")
            if kind in set(KindName) and view in set(View):
                self._chosen[KindName(kind)] = View(view)
