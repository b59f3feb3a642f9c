"""The rules as they lie in the data folder: endpoints in `settings.toml`, secrets in the vault. Read and changed only here."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.endpoints import load_endpoints, remove_endpoint, save_endpoint
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.vault.keyring import Place
from webhook_inspector.vault.system import system_keyring
from webhook_inspector.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Loaded:
    rules: Rules
    problems: tuple[Problem, ...] = ()
    """What could not be read; the rest is there."""

    def labels(self, path: str) -> set[str]:
        """Of an endpoint's secrets, those that cannot be read now among them: their problems name them."""
        unread = (dict(problem.particulars) for problem in self.problems)
        found = {str(about["label"]) for about in unread if about.get("endpoint") == path and "label" in about}
        return found | {one.label for one in self.rules.secrets_of(path)}


class Rulebook:
    """Every method reads or writes files, or asks the keyring: never on the window's thread or the listener's loop."""

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self._folder = folder
        self._uses_keyring = settings.text("secrets.place") == "auto"
        self._vault: Vault | None = None

    def load(self) -> Loaded:
        """What can be read."""
        problems: list[Problem] = []
        endpoints: tuple[Endpoint, ...] = ()
        try:
            endpoints = load_endpoints(self._folder.settings)
        except KnownError as error:
            problems.append(error.problem)
        problems += filter(None, map(_scheme_problem, endpoints))
        if not self._folder.secrets.exists():
            return Loaded(Rules(endpoints), tuple(problems))
        kept = self._opened().load()
        return Loaded(Rules(endpoints, kept.secrets), (*problems, *kept.problems))

    def stamp(self) -> str:
        """Another text than before when another program, or the user, has written one of the files."""
        return " ".join(_stamp(path) for path in (self._folder.settings, self._folder.secrets))

    def fingerprint(self, rules: Rules) -> str:
        """Another text than before when stored captures may be judged otherwise. No secret can be told from it."""
        endpoints = [(one.path, one.scheme, one.provider, sorted(one.settings.items())) for one in rules.endpoints]
        return f"{sha256(repr(endpoints).encode()).hexdigest()[:16]} {_stamp(self._folder.secrets)}"

    def place(self) -> Place:
        """Where secrets are put."""
        return self._opened().place

    def keep(self, endpoint: Endpoint, *, before: str = "") -> None:
        """Writes an endpoint, in the place of the one of the path `before`, whose secrets it takes over."""
        self._folder.make()
        if before and before != endpoint.path:
            self._opened().rename_endpoint(before, endpoint.path)
        save_endpoint(self._folder.settings, endpoint, before=before)

    def keep_secret(self, secret: Secret) -> tuple[Problem, ...]:
        """Adds a secret, or replaces the one of its label. What is returned went otherwise than wished."""
        return self._opened().save(secret)

    def keep_secrets(self, endpoint: str, secrets: Sequence[Secret]) -> tuple[Problem, ...]:
        """Makes these the secrets of an endpoint; others that it had are removed."""
        had = {one.label: one for one in self._opened().load().secrets if one.endpoint == endpoint}
        problems: list[Problem] = []
        for label in had.keys() - {one.label for one in secrets}:
            problems += self.forget_secret(endpoint, label)
        for secret in secrets:
            if had.get(secret.label) != secret:
                problems += self.keep_secret(secret)
        return tuple(problems)

    def forget_secret(self, endpoint: str, label: str) -> tuple[Problem, ...]:
        return self._opened().remove(endpoint, label)

    def remove(self, path: str) -> tuple[Problem, ...]:
        """Removes an endpoint and its secrets, those that cannot be read now among them."""
        labels = self.load().labels(path)
        remove_endpoint(self._folder.settings, path)
        return tuple(problem for label in sorted(labels) for problem in self.forget_secret(path, label))

    def _opened(self) -> Vault:
        """Looking for a keyring takes a moment, so it is done when a secret is first needed."""
        if self._vault is None:
            self._folder.make()
            self._vault = Vault(self._folder.secrets, system_keyring() if self._uses_keyring else None)
        return self._vault


def _scheme_problem(endpoint: Endpoint) -> Problem | None:
    if not endpoint.scheme or endpoint.scheme in SCHEMES:
        return None
    near = get_close_matches(endpoint.scheme, SCHEMES, 1)
    return Problem.of("endpoint-scheme", path=endpoint.path, scheme=endpoint.scheme, near=near[0] if near else "stripe")


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}/{found.st_size}/{found.st_ino}"
