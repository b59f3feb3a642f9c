"""What `verify` is asked to take instead of what is kept: another scheme, other secrets and settings, another clock."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import click

from webhook_inspector.cli.keys import read_secret, scheme_named, settings_from
from webhook_inspector.core.capture import Capture, path_of_capture
from webhook_inspector.core.endpoint import Setting
from webhook_inspector.core.rules import Rules, merged
from webhook_inspector.core.secret import Secret
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.moment import nanoseconds_of
from webhook_inspector.judge import case_of
from webhook_inspector.signatures.case import Case


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """Its repr shows no secret."""

    scheme: str
    """Empty: as the endpoint or the request says."""
    secrets: Mapping[str, str]
    """By where they come from; none: those of the endpoint."""
    settings: Mapping[str, Setting]
    clock_ns: int | None
    """None: when the request arrived."""

    @classmethod
    def of(cls, scheme: str | None, sources: Sequence[str], pairs: Sequence[str], moment: str) -> "Asked":
        """Raises click.BadParameter that names the option, and KnownError where a file cannot be read."""
        return cls(
            scheme_named(scheme) if scheme else "",
            {source: read_secret(source, "--secret") for source in sources},
            settings_from(pairs),
            _clock(moment),
        )

    def case(self, capture: Capture, rules: Rules) -> Case:
        """The case as it is asked for; the secrets that count are those that counted by the clock."""
        endpoint = rules.endpoint_of(path_of_capture(capture))
        asked = replace(
            endpoint, scheme=self.scheme or endpoint.scheme, settings={**endpoint.settings, **self.settings}
        )
        taken = self._secrets(endpoint.path) or rules.secrets_of(endpoint.path)
        then = capture if self.clock_ns is None else replace(capture, received_ns=self.clock_ns)
        return case_of(then, replace(rules, endpoints=(asked,), secrets=taken))

    def known(self, endpoint: str, rules: Rules) -> Rules:
        """The rules with the secrets given here: all that a reason can be told from."""
        return merged(rules, Rules(secrets=self._secrets(endpoint)))

    def _secrets(self, endpoint: str) -> tuple[Secret, ...]:
        return tuple(Secret(endpoint, source, text) for source, text in self.secrets.items())


def _clock(moment: str) -> int | None:
    if moment == "arrival":
        return None
    if moment == "now":
        return time.time_ns()
    try:
        return nanoseconds_of(moment)
    except MisfitError:
        raise click.BadParameter(
            f"{moment!r} is neither arrival, now nor a time such as 2026-11-24T08:06:00Z", param_hint="--at"
        ) from None
