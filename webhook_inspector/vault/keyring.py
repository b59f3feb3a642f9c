"""What a vault asks of a keyring, and where it puts secrets, for people."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Keyring(Protocol):
    """Values by an id of our own. Every method may raise anything; KnownError where asking again would be no use."""

    @property
    def name(self) -> str:
        """For people: `macOS Keychain`."""

    def get(self, entry: str) -> str | None:
        """None where there is no such entry."""

    def set(self, entry: str, value: str) -> None: ...

    def delete(self, entry: str) -> None: ...


class PlaceKind(StrEnum):
    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new secret is put."""

    kind: PlaceKind
    name: str
    """For people: the name of the keyring, or the path of the file."""
