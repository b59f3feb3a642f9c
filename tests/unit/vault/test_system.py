import subprocess
import sys
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailBackend
from keyring.backends.null import Keyring as NullBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError

from tests.unit.vault.rings import BrokenKeyring, ForgetfulKeyring, MemoryKeyring, RefusingKeyring
from webhook_inspector.core.problem import KnownError
from webhook_inspector.vault.system import SERVICE, SystemKeyring, system_keyring, works


class Dictionary:
    """A backend that works. No subclass of the library's: those are listed for the whole process, in every test."""

    priority = 5.0
    name = "dictionary"

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class Hesitant(Dictionary):
    priority = 0.5


class PlaintextKeyring(Dictionary):
    pass


class Locked(Dictionary):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("dismissed")

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("no session")


class Impossible(Dictionary):
    @property
    def priority(self) -> float:
        raise RuntimeError("no bus")


class Chain:
    priority = 10.0

    def __init__(self, *backends: object) -> None:
        self.backends = backends


@pytest.fixture(autouse=True)
def library_as_before() -> Iterator[None]:
    before = keyring.core._keyring_backend
    yield
    keyring.core._keyring_backend = before


def found(backend: object, monkeypatch: pytest.MonkeyPatch) -> SystemKeyring | None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return system_keyring()


def test_one_that_works_is_found_and_nothing_is_left_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Dictionary()
    ring = found(backend, monkeypatch)
    assert ring is not None
    assert backend.held == {}
    assert ring.name == "dictionary"


def test_a_chain_is_unwrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Dictionary()
    ring = found(Chain(NullBackend(), Locked(), Hesitant(), backend), monkeypatch)
    assert ring is not None
    ring.set("a", "b")
    assert backend.held == {(SERVICE, "a"): "b"}


@pytest.mark.parametrize(
    "backend",
    [NullBackend(), FailBackend(), Hesitant(), PlaintextKeyring(), Locked(), Impossible(), Chain(), None],
    ids=lambda backend: type(backend).__module__ + type(backend).__name__,
)
def test_one_that_keeps_nothing_or_keeps_it_open_is_none(backend: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(backend, monkeypatch) is None


@pytest.mark.parametrize("backend", [NullBackend(), FailBackend()], ids=["null", "fail"])
def test_the_librarys_own_choice_is_respected(backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)
    assert system_keyring() is None


def test_a_library_that_cannot_choose_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "nowhere.Keyring")
    assert system_keyring() is None


def test_the_names_people_know() -> None:
    class Keyring(Dictionary):
        pass

    names = []
    for module in ("SecretService", "libsecret", "kwallet", "Windows", "macOS", "other"):
        Keyring.__module__ = f"keyring.backends.{module}"
        names.append(SystemKeyring(Keyring()).name)
    assert names == [
        "GNOME Keyring / Secret Service",
        "GNOME Keyring / Secret Service",
        "KWallet",
        "Windows Credential Manager",
        "macOS Keychain",
        "dictionary",
    ]


def test_a_locked_one_says_so() -> None:
    ring = SystemKeyring(Locked())
    for question in (lambda: ring.get("a"), lambda: ring.set("a", "b"), lambda: ring.delete("a")):
        with pytest.raises(KnownError) as caught:
            question()
        assert caught.value.problem.code == "vault-keyring-locked"


def test_deleting_what_is_not_there_is_no_fault() -> None:
    backend = Dictionary()
    ring = SystemKeyring(backend)
    ring.delete("a")
    ring.set("a", "b")
    ring.delete("a")
    assert backend.held == {}


def test_what_works() -> None:
    assert works(MemoryKeyring())
    assert not any(works(ring) for ring in (ForgetfulKeyring(), RefusingKeyring(), BrokenKeyring()))


def test_the_library_is_imported_only_when_it_is_asked() -> None:
    program = "import sys, webhook_inspector.vault.vault, webhook_inspector.vault.system as s; print('keyring' in sys.modules, 'tomlkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
