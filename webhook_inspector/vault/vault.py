"""The secrets of all endpoints: one file tells which there are, and holds those that no keyring holds."""

import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.files import write_whole
from webhook_inspector.vault.entry import Entry
from webhook_inspector.vault.index import Index, read_index
from webhook_inspector.vault.keyring import Keyring, Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Loaded:
    secrets: tuple[Secret, ...]
    """In the order of the file, no two with the same endpoint and label."""
    problems: tuple[Problem, ...] = ()
    """What could not be read, and what was mended; every other secret is there."""


class Vault:
    """Reads and changes the file anew each time, so that the user may edit it meanwhile.

    Every method may wait for the user, whom a locked keyring asks for a password: never call one on the window's thread.
    """

    def __init__(self, path: Path, keyring: Keyring | None) -> None:
        self._path = path
        self._keyring = keyring
        self._changing = threading.Lock()

    @property
    def place(self) -> Place:
        """Where a new secret is put."""
        if self._keyring is None:
            return Place(PlaceKind.FILE, str(self._path))
        return Place(PlaceKind.KEYRING, self._keyring.name)

    def load(self) -> Loaded:
        """All that can be read. Nothing is raised: a wrong file is a problem too."""
        rights = _mended(self._path)
        index = self._read()
        if isinstance(index, Problem):
            return Loaded((), (*rights, index))
        found = tuple(self._found(index))
        return Loaded(
            tuple(one for one in found if isinstance(one, Secret)),
            (*rights, *index.problems(), *(one for one in found if isinstance(one, Problem))),
        )

    def save(self, secret: Secret) -> tuple[Problem, ...]:
        """Adds it, or replaces that of the same endpoint and label. What is returned went otherwise than wished.

        Raises KnownError where the file cannot be written, or cannot be read: it is never written over then.
        """
        with self._changing:
            index = self._readable()
            entry, problems = self._put(secret)
            old = index.entry(entry.name)
            try:
                self._write(index.with_entry(entry))
            except KnownError:
                self._forget(entry)
                raise
            return (*problems, *self._forget(old))

    def remove(self, endpoint: str, label: str) -> tuple[Problem, ...]:
        """Removes it, if it is there. Returns and raises as `save` does."""
        with self._changing:
            index = self._readable()
            name = (normal_path(endpoint), label)
            old = index.entry(name)
            if old is None:
                return ()
            self._write(index.without(name))
            return self._forget(old)

    def rename_endpoint(self, old: str, new: str) -> None:
        """Gives all secrets of one endpoint to another path, in one step. Raises KnownError as `save` does.

        Also `vault-label-taken` where `new` has a secret of the same label already; then nothing changes.
        """
        old, new = normal_path(old), normal_path(new)
        with self._changing:
            before = index = self._readable()
            for entry in before.entries():
                if entry.endpoint == old != new:
                    moved = replace(entry, endpoint=new)
                    if index.entry(moved.name) is not None:
                        raise KnownError(Problem.of("vault-label-taken", endpoint=new, label=entry.label))
                    index = index.with_entry(moved, entry.name)
            if index is not before:
                self._write(index)

    def _read(self) -> Index | Problem:
        path = str(self._path)
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            raw = b""
        except OSError as error:
            return Problem.of("file-unreadable", path=path, reason=error.strerror or type(error).__name__)
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return Problem.of("vault-file-text", path=path, line=raw.count(b"\n", 0, error.start) + 1)
        return read_index(path, text)

    def _readable(self) -> Index:
        index = self._read()
        if isinstance(index, Problem):
            raise KnownError(index)
        return index

    def _write(self, index: Index) -> None:
        write_whole(self._path, [index.text.encode()], overwrite=True)

    def _found(self, index: Index) -> Iterator[Secret | Problem]:
        """Each secret, or why it is not there. A keyring that stays locked is asked once, not once for each."""
        locked = False
        for entry in index.entries():
            about = {"endpoint": entry.endpoint, "label": entry.label}
            if not entry.keyring:
                yield entry.secret(entry.value)
            elif self._keyring is None:
                yield Problem.of("vault-secret-elsewhere", **about)
            elif locked:
                yield Problem.of("vault-secret-unreadable", **about, keyring=self._keyring.name, reason=_LOCKED)
            else:
                try:
                    value = self._keyring.get(entry.keyring)
                except Exception as error:  # noqa: BLE001  an edge: plug-ins of any origin answer here
                    locked, reason = isinstance(error, KnownError), _reason(error)
                    yield Problem.of("vault-secret-unreadable", **about, keyring=self._keyring.name, reason=reason)
                else:
                    gone = Problem.of("vault-secret-gone", **about, keyring=self._keyring.name)
                    yield gone if value is None else entry.secret(value)

    def _put(self, secret: Secret) -> tuple[Entry, tuple[Problem, ...]]:
        """Into the keyring if that gives it back unchanged, else it goes into the file."""
        if self._keyring is None:
            return Entry.of(secret), ()
        entry = Entry.of(secret, token_hex(8))
        try:
            self._keyring.set(entry.keyring, secret.value)
            reason = "" if self._keyring.get(entry.keyring) == secret.value else "it gives back something else"
        except Exception as error:  # noqa: BLE001  as above
            reason = _reason(error)
        if not reason:
            return entry, ()
        self._forget(entry)
        about = {"endpoint": entry.endpoint, "label": entry.label, "path": str(self._path)}
        refused = Problem.of("vault-keyring-refused", **about, keyring=self._keyring.name, reason=reason)
        return Entry.of(secret), (refused,)

    def _forget(self, entry: Entry | None) -> tuple[Problem, ...]:
        """Deletes what the keyring holds of an entry that is no longer in the file."""
        if entry is None or not entry.keyring:
            return ()
        reason = "it cannot be reached"
        if self._keyring is not None:
            try:
                self._keyring.delete(entry.keyring)
            except Exception as error:  # noqa: BLE001  as above
                reason = _reason(error)
            else:
                return ()
        about = {"endpoint": entry.endpoint, "label": entry.label, "entry": entry.keyring}
        return (Problem.of("vault-keyring-left", **about, reason=reason),)


_LOCKED = "it is locked"


def _reason(error: Exception) -> str:
    """The kind of the error, never its words: a plug-in's could quote the secret."""
    return _LOCKED if isinstance(error, KnownError) else type(error).__name__


def _mended(path: Path) -> tuple[Problem, ...]:
    """Makes the file the user's alone. On Windows a file in the user's folder is that already."""
    if os.name == "nt":
        return ()
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or not found.st_mode & 0o077:
            return ()
        path.chmod(0o600)
    except FileNotFoundError:
        return ()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (Problem.of("vault-rights-wide", path=str(path), reason=reason),)
    return (Problem.of("vault-rights-mended", path=str(path)),)
