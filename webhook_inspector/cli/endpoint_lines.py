"""The endpoints for the terminal: a line or a JSON object for each. Secrets stand there by their labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from webhook_inspector.cli.endpoint_changes import where_words
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.text import visible
from webhook_inspector.signatures.setting_rows import write_setting
from webhook_inspector.vault.keyring import Place

_NONE_YET = "There are no endpoints yet. Add one: webhook-inspector endpoints set /stripe --scheme stripe"


@dataclass(frozen=True, slots=True)
class Table:
    rules: Rules
    place: Place | None
    """Where new secrets are put; None where there are no secrets yet."""
    today: date

    def lines(self) -> Iterator[str]:
        cells = [
            [*map(visible, (one.path, _scheme(one), _settings(one), self._secrets(one.path)))]
            for one in self._endpoints()
        ]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            yield "  ".join(map(str.ljust, row, widths)).rstrip()
        if not cells:
            yield _NONE_YET
        if self.place is not None:
            yield visible(f"New secrets are put {where_words(self.place)}.")

    def objects(self) -> Iterator[dict[str, Any]]:
        place = {"kind": self.place.kind.value, "name": self.place.name} if self.place else None
        for one in self._endpoints():
            yield {
                "path": one.path,
                "scheme": one.scheme or None,
                "provider": one.provider or None,
                "settings": {name: list(v) if isinstance(v, tuple) else v for name, v in one.settings.items()},
                "keep_days": one.keep_days or None,
                "keep_count": one.keep_count or None,
                "secrets": [self._secret_object(secret) for secret in self.rules.secrets_of(one.path)],
                "secrets_place": place,
            }

    def _endpoints(self) -> Iterator[Endpoint]:
        """Those of the file, then the paths that only have secrets."""
        yield from self.rules.endpoints
        for path in sorted(self.rules.paths() - {one.path for one in self.rules.endpoints}):
            yield Endpoint(path)

    def _secrets(self, path: str) -> str:
        words = [self._secret_words(one) for one in self.rules.secrets_of(path)]
        return f"{'secret' if len(words) == 1 else 'secrets'}: {'; '.join(words)}" if words else "no secret"

    def _secret_words(self, secret: Secret) -> str:
        key = f" (key {secret.key_id})" if secret.key_id else ""
        if secret.expires is None:
            return f"{secret.label}{key}"
        word = "expired" if self._expired(secret) else "until"
        return f"{secret.label}{key}, {word} {secret.expires}"

    def _secret_object(self, secret: Secret) -> dict[str, Any]:
        return {
            "label": secret.label,
            "expires": None if secret.expires is None else secret.expires.isoformat(),
            "expired": self._expired(secret),
            "key_id": secret.key_id or None,
        }

    def _expired(self, secret: Secret) -> bool:
        return secret.expires is not None and secret.expires < self.today


def endpoint_line(endpoint: Endpoint) -> str:
    """`/stripe: stripe, tolerance_seconds=600`."""
    return f"{endpoint.path}: {', '.join(filter(None, (_scheme(endpoint), _settings(endpoint))))}"


def _scheme(endpoint: Endpoint) -> str:
    return endpoint.scheme or "as each request says"


def _settings(endpoint: Endpoint) -> str:
    own = {"provider": endpoint.provider, "keep_days": endpoint.keep_days, "keep_count": endpoint.keep_count}
    settings = {name: write_setting(value) for name, value in endpoint.settings.items()}
    return ", ".join(f"{name}={value}" for name, value in {**own, **settings}.items() if value or name in settings)
