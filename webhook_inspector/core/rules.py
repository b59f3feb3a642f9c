"""What is configured: the endpoints and their secrets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from webhook_inspector.core.endpoint import Endpoint, holds, nearest
from webhook_inspector.core.key import Key
from webhook_inspector.core.secret import Secret


@dataclass(frozen=True, slots=True)
class Rules:
    endpoints: tuple[Endpoint, ...] = ()
    secrets: tuple[Secret, ...] = ()
    published: Mapping[str, tuple[Key, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Keys that providers publish, by the URL that they were fetched from."""

    def endpoint_of(self, path: str) -> Endpoint:
        """The endpoint that a request to `path` belongs to.

        One for the path alone where none is configured; secrets may be there without a configured endpoint, too.
        """
        if not self.endpoints and not self.secrets:
            return Endpoint(path)
        found = nearest(self.paths(), path)
        return next((one for one in self.endpoints if one.path == found), Endpoint(found or path))

    def secrets_of(self, path: str) -> tuple[Secret, ...]:
        """The secrets of an endpoint, in the user's order, those that have expired among them."""
        return tuple(one for one in self.secrets if one.endpoint == path)

    def paths(self) -> set[str]:
        return {one.path for one in self.endpoints} | {one.endpoint for one in self.secrets}


NO_RULES = Rules()


def merged(usual: Rules, given: Rules) -> Rules:
    """Both; an endpoint of `given` goes before the usual one of its path, and so does a secret before that of its label."""
    paths = {one.path for one in given.endpoints}
    names = {(one.endpoint, one.label) for one in given.secrets}
    return replace(
        usual,
        endpoints=(*given.endpoints, *(one for one in usual.endpoints if one.path not in paths)),
        secrets=(*given.secrets, *(one for one in usual.secrets if (one.endpoint, one.label) not in names)),
    )


def changed_paths(before: Rules, after: Rules) -> list[str]:
    """Paths under which requests may be judged otherwise than before; none lies under another one."""
    changed = [path for path in before.paths() | after.paths() if _of(before, path) != _of(after, path)]
    return [path for path in sorted(changed) if not _covered(path, changed)]


def _of(rules: Rules, path: str) -> tuple[tuple[Endpoint, ...], tuple[Secret, ...]]:
    found = (one for one in rules.endpoints if one.path == path)
    return tuple(replace(one, keep_days=0, keep_count=0) for one in found), rules.secrets_of(path)


def _covered(path: str, paths: Iterable[str]) -> bool:
    return any(other != path and holds(other, path) for other in paths)
