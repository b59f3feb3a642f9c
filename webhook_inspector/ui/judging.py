"""What the pane Signature asks of whoever holds the endpoints and their secrets."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from webhook_inspector.core.rules import Rules
from webhook_inspector.doctor.finding import Remedy


class Judging(Protocol):
    @property
    def rules(self) -> Rules:
        """The endpoints and secrets of now."""

    @property
    def fetch_allowed(self) -> bool:
        """Whether keys that providers publish may be fetched."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when the rules or the permission have changed."""

    def apply(self, endpoint: str, remedy: Remedy) -> None:
        """Does what the button of a finding promises, to the endpoint of that path."""

    def edit_endpoint(self, path: str) -> None:
        """Opens the editor at the endpoint of that path, or at a new one."""

    def allow_fetching(self) -> None:
        """Permits to fetch published keys, from now on."""
