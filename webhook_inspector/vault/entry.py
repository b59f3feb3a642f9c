"""One `[[secret]]` of the file, checked: what it must hold and what is wrong with it. No problem quotes what was found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """Its repr shows no value."""

    endpoint: str
    label: str
    expires: date | None
    key_id: str
    value: str
    keyring: str = ""
    """The id of its entry in the keyring; then `value` is empty."""

    def __repr__(self) -> str:
        return f"Entry({self.endpoint!r}, {self.label!r})"

    @property
    def name(self) -> tuple[str, str]:
        """No two entries have the same."""
        return self.endpoint, self.label

    @classmethod
    def of(cls, secret: Secret, keyring: str = "") -> "Entry":
        """The secret with its value in the file, or under the id `keyring`. Raises KnownError where it is no text."""
        if any(_SURROGATE.search(text) for text in (secret.endpoint, secret.label, secret.value, secret.key_id)):
            raise KnownError(Problem.of("vault-no-text"))
        value = "" if keyring else secret.value
        return cls(normal_path(secret.endpoint), secret.label, secret.expires, secret.key_id, value, keyring)

    def secret(self, value: str) -> Secret:
        return Secret(self.endpoint, self.label, value, self.expires, self.key_id)

    def keys(self) -> dict[str, str | date]:
        """As the file has it, in the order in which it is written."""
        place = {"keyring": self.keyring} if self.keyring else {"value": self.value}
        expires = {} if self.expires is None else {"expires": self.expires}
        key_id = {"key_id": self.key_id} if self.key_id else {}
        return {"endpoint": self.endpoint, "label": self.label, **expires, **key_id, **place}


_TEXTS = ("endpoint", "label", "key_id", "value", "keyring")
KEYS = {*_TEXTS, "expires"}


def entry_of(table: Mapping[str, object]) -> Entry | None:
    """None where it cannot be used; `faults` says why."""
    if any(True for _ in _grave(table)):
        return None
    texts = {key: str(table.get(key, "")) for key in _TEXTS}
    expires = table.get("expires")
    return Entry(
        normal_path(texts["endpoint"]),
        texts["label"],
        expires if isinstance(expires, date) else None,
        texts["key_id"],
        texts["value"],
        texts["keyring"],
    )


def faults(table: Mapping[str, object]) -> tuple[str, ...]:
    """Codes of all that is wrong with an entry of the file."""
    unknown = ("vault-entry-key",) if set(table) - KEYS else ()
    return (*_grave(table), *unknown)


def _grave(table: Mapping[str, object]) -> Iterator[str]:
    if not table.get("endpoint"):
        yield "vault-entry-endpoint"
    if any(not isinstance(table.get(key, ""), str) for key in _TEXTS):
        yield "vault-entry-quotes"
    if ("value" in table) == bool(table.get("keyring")):
        yield "vault-entry-value"
    expires = table.get("expires")
    if expires is not None and (not isinstance(expires, date) or isinstance(expires, datetime)):
        yield "vault-entry-day"
