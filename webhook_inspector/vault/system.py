"""The system's keyring, where there is one that works: Secret Service, KWallet, Windows Credential Manager, macOS Keychain."""

from collections.abc import Callable, Iterable
from secrets import token_hex
from typing import Protocol, TypeVar

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.vault.keyring import Keyring

SERVICE = "Webhook Inspector"
"""Under which the keyring's own window lists our entries."""

_NAMES = {
    "SecretService": "GNOME Keyring / Secret Service",
    "libsecret": "GNOME Keyring / Secret Service",
    "kwallet": "KWallet",
    "Windows": "Windows Credential Manager",
    "macOS": "macOS Keychain",
}
_HOLDS_NOTHING = ("fail", "null")
_RECOMMENDED = 1
"""From this priority on a backend is recommended by the library; those that keep plain text are below."""

_Answer = TypeVar("_Answer")


class Backend(Protocol):
    """What we use of `keyring.backend.KeyringBackend`."""

    @property
    def priority(self) -> float: ...

    @property
    def name(self) -> str: ...

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class SystemKeyring:
    """A backend of the library as a keyring. A locked one, whose lock the user keeps, raises KnownError."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @property
    def name(self) -> str:
        return _NAMES.get(_module(self._backend), self._backend.name)

    def get(self, entry: str) -> str | None:
        return self._asked(lambda: self._backend.get_password(SERVICE, entry))

    def set(self, entry: str, value: str) -> None:
        self._asked(lambda: self._backend.set_password(SERVICE, entry, value))

    def delete(self, entry: str) -> None:
        """Nothing where there is no such entry; the library's backends would raise."""
        if self.get(entry) is not None:
            self._asked(lambda: self._backend.delete_password(SERVICE, entry))

    def _asked(self, question: Callable[[], _Answer]) -> _Answer:
        from keyring.errors import InitError, KeyringLocked

        try:
            return question()
        except (InitError, KeyringLocked):
            raise KnownError(Problem.of("vault-keyring-locked", keyring=self.name)) from None


def system_keyring() -> Keyring | None:
    """The keyring of this session if it works, which is tried out. It may wait for the user's password meanwhile."""
    try:
        import keyring

        candidates = tuple(_unwrapped(keyring.get_keyring()))
    except Exception:  # noqa: BLE001  an edge: plug-ins of any origin are loaded here
        return None
    return next((ring for ring in map(SystemKeyring, candidates) if works(ring)), None)


def _unwrapped(backend: Backend) -> Iterable[Backend]:
    """The backends of a chain, which would ask each in turn; only those that are recommended for secrets."""
    chain = getattr(backend, "backends", None)
    for one in [backend] if chain is None else chain:
        module, kind = _module(one), type(one).__name__
        if module not in _HOLDS_NOTHING and "plain" not in kind.lower() and one.priority >= _RECOMMENDED:
            yield one


def _module(backend: Backend) -> str:
    return type(backend).__module__.rpartition(".")[2]


def works(ring: Keyring) -> bool:
    """Whether it gives back what it was given: some are there, and fail at the first use."""
    entry, value = f"probe-{token_hex(8)}", token_hex(16)
    try:
        ring.set(entry, value)
        given = ring.get(entry)
        ring.delete(entry)
    except Exception:  # noqa: BLE001  an edge, as above
        return False
    return given == value
