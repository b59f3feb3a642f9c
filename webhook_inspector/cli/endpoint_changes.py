"""What the commands of `endpoints` do to the rules: each takes the rulebook, and raises KnownError where there is nothing to do it to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from webhook_inspector.cli.given import remarks
from webhook_inspector.cli.keys import provider_named, scheme_named, setting_named, settings_from
from webhook_inspector.core.endpoint import Endpoint, Setting, normal_path
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.vault.keyring import Place, PlaceKind

_OWN = ("scheme", "provider")
_WHERE = {PlaceKind.FILE: "in the file {name}", PlaceKind.KEYRING: "in the {name}"}


@dataclass(frozen=True, slots=True)
class EndpointChange:
    """What shall be otherwise with an endpoint; what is not named stays."""

    path: str
    own: Mapping[str, str]
    """Scheme and provider; empty: taken away."""
    settings: Mapping[str, Setting]
    unset: Sequence[str]
    """Settings that are taken away."""
    kept: Mapping[str, int] = field(default_factory=dict)
    """`keep_days` and `keep_count`; 0: taken away."""

    @classmethod
    def of(
        cls,
        path: str,
        scheme: str | None,
        provider: str | None,
        pairs: Sequence[str],
        unset: Sequence[str],
        **kept: int | None,
    ) -> "EndpointChange":
        """Raises click.BadParameter that names the option."""
        own = {name: "" for name in _OWN if name in unset}
        if scheme is not None:
            own["scheme"] = scheme_named(scheme)
        if provider is not None:
            own["provider"] = provider_named(provider)
        away = [setting_named(name, "--unset") for name in unset if name not in _OWN]
        numbers = {name: number for name, number in kept.items() if number is not None}
        return cls(normal_path(path), own, settings_from(pairs), away, numbers)

    def on(self, endpoint: Endpoint) -> Endpoint:
        kept = {name: value for name, value in endpoint.settings.items() if name not in self.unset}
        return replace(
            endpoint,
            scheme=self.own.get("scheme", endpoint.scheme),
            provider=self.own.get("provider", endpoint.provider),
            settings={**kept, **self.settings},
            keep_days=self.kept.get("keep_days", endpoint.keep_days),
            keep_count=self.kept.get("keep_count", endpoint.keep_count),
        )


def set_on(book: Rulebook, wanted: EndpointChange) -> Endpoint:
    """The endpoint as it is now."""
    endpoints = book.load().rules.endpoints
    before = next((one for one in endpoints if one.path == wanted.path), Endpoint(wanted.path))
    after = wanted.on(before)
    book.keep(after)
    return after


def remove_on(book: Rulebook, path: str) -> tuple[Problem, ...]:
    """Gives what went otherwise than wished. Raises KnownError `no-endpoint`."""
    loaded = book.load()
    if path not in loaded.rules.paths() and not loaded.labels(path):
        raise KnownError(Problem.of("no-endpoint", path=path))
    return book.remove(path)


@dataclass(frozen=True, slots=True)
class Added:
    """A secret that has been kept."""

    path: str
    label: str
    replaced: bool
    place: Place
    remarks: tuple[str, ...] = ()
    """What is odd about it at first sight, in sentences."""
    problems: tuple[Problem, ...] = ()
    """What went otherwise than wished."""

    def words(self) -> str:
        verb = "replaced" if self.replaced else "added"
        where = "" if self.problems else f"; it lies {where_words(self.place)}"
        return f"{verb} the secret {self.label} of {self.path}{where}"


def where_words(place: Place) -> str:
    return _WHERE[place.kind].format(name=place.name)


def add_secret_on(book: Rulebook, secret: Secret) -> Added:
    """Without a label it gets the first number that is none yet."""
    loaded = book.load()
    labels = loaded.labels(secret.endpoint)
    named = secret if secret.label else replace(secret, label=_free(labels))
    odd = tuple(remarks(Rules(loaded.rules.endpoints, (named,))))
    problems = book.keep_secret(named)
    return Added(named.endpoint, named.label, named.label in labels, book.place(), odd, problems)


def remove_secret_on(book: Rulebook, path: str, label: str) -> tuple[Problem, ...]:
    """Gives what went otherwise than wished. Raises KnownError `no-secret`."""
    labels = book.load().labels(path)
    if label not in labels:
        known = ", ".join(sorted(labels)) or "–"
        raise KnownError(Problem.of("no-secret", path=path, label=label, known=known))
    return book.forget_secret(path, label)


def _free(labels: set[str]) -> str:
    return next(str(number) for number in range(1, len(labels) + 2) if str(number) not in labels)
