"""Keyrings for tests: one that works, and one for each way in which real ones fail."""

from webhook_inspector.core.problem import KnownError, Problem


class MemoryKeyring:
    name = "Test Keyring"

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.asked = 0

    def get(self, entry: str) -> str | None:
        self.asked += 1
        return self.held.get(entry)

    def set(self, entry: str, value: str) -> None:
        self.held[entry] = value

    def delete(self, entry: str) -> None:
        self.held.pop(entry, None)


class RefusingKeyring(MemoryKeyring):
    """Its words quote the secret, as those of a careless plug-in may."""

    def set(self, entry: str, value: str) -> None:
        raise RuntimeError(f"cannot store {value!r}")


class ForgetfulKeyring(MemoryKeyring):
    """Cuts what it is given, as one that takes a NUL for the end does."""

    def set(self, entry: str, value: str) -> None:
        self.held[entry] = value[:3]


class LockedKeyring(MemoryKeyring):
    def get(self, entry: str) -> str | None:
        self.asked += 1
        raise KnownError(Problem.of("vault-keyring-locked", keyring=self.name))

    def set(self, entry: str, value: str) -> None:
        self.get(entry)

    def delete(self, entry: str) -> None:
        self.get(entry)


class BrokenKeyring(MemoryKeyring):
    """Keeps what it holds, and fails at every question about it."""

    def get(self, entry: str) -> str | None:
        self.asked += 1
        raise OSError(5, "the bus is gone")

    def delete(self, entry: str) -> None:
        raise OSError(5, "the bus is gone")
