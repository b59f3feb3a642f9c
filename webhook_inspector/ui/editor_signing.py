"""What the user chooses about the signature of a draft, as what `prepare` takes. Pure."""

from dataclasses import dataclass, field

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.key import Key
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.signing import Break, How, Signing
from webhook_inspector.drafts.signing_keys import key_to_sign
from webhook_inspector.judge import case_of, keys_for, settings_for
from webhook_inspector.signatures.scheme import NO_SETTINGS, Settings


@dataclass(frozen=True, slots=True)
class Told:
    """What the capture that a draft began as tells of its signature."""

    scheme: str = ""
    """Empty where nothing tells it."""
    settings: Settings = field(default_factory=lambda: NO_SETTINGS)
    endpoint: str = ""
    """The path of the endpoint that it was sent to; empty where it is no capture."""


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True, repr=False)
class SigningChoice:
    """Its repr shows no secret."""

    how: How = How.KEEP
    scheme: str = ""
    """Empty: as the capture tells."""
    secret: tuple[str, str] | None = None
    """Endpoint and label of the one to sign with; None: those of the capture's endpoint."""
    typed: str = ""
    """A secret that is kept nowhere; it goes before the others."""
    broken: Break = Break.NOTHING
    minutes: int = 0
    """How old an expired signature is; 0: older than the scheme's tolerance."""
    new_id: bool = True


def told_of(capture: Capture, rules: Rules) -> Told:
    case = case_of(capture, rules)
    return Told(case.scheme, case.settings, case.endpoint)


def signing_of(choice: SigningChoice, told: Told, rules: Rules, now: float) -> Signing:
    """`now` in Unix seconds: secrets that have expired by then do not count."""
    scheme = choice.scheme or told.scheme
    endpoint = choice.secret[0] if choice.secret else told.endpoint
    there = rules.endpoint_of(endpoint or "/")
    own = there.settings if endpoint and there.scheme in {"", scheme} else NO_SETTINGS
    return Signing(
        choice.how,
        scheme,
        _keys(choice, scheme, endpoint, rules, now),
        told.settings if scheme == told.scheme else settings_for(scheme, None, own),
        choice.new_id,
        choice.broken,
        choice.minutes,
    )


def secrets_offered(told: Told, rules: Rules) -> tuple[Secret, ...]:
    """All that are kept, those of the capture's endpoint first."""
    return tuple(sorted(rules.secrets, key=lambda one: one.endpoint != told.endpoint))


def _keys(choice: SigningChoice, scheme: str, endpoint: str, rules: Rules, now: float) -> tuple[Key, ...]:
    if choice.typed:
        secrets: tuple[Secret, ...] = (Secret(endpoint, "", choice.typed),)
    else:
        secrets = rules.secrets_of(endpoint)
    if choice.secret and not choice.typed:
        secrets = tuple(one for one in secrets if one.label == choice.secret[1])
    return tuple(key_to_sign(key, scheme) for key in keys_for(scheme, secrets, now))
