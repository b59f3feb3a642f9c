"""A sample event with the place that it is sent to: which endpoint stands for it, and what it is signed with there."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from webhook_inspector.core.draft import Draft
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.key import Key
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.drafts.signing_keys import keys_to_sign
from webhook_inspector.judge import keys_for, settings_for
from webhook_inspector.providers.table import OF_SCHEME
from webhook_inspector.samples.make import make
from webhook_inspector.samples.new_secret import new_secret
from webhook_inspector.samples.sample import Sample

LABEL = "sample"
"""Of a secret that is made for sample events."""


@dataclass(frozen=True, slots=True, repr=False)
class NewPlace:
    """What an endpoint is still to be given before a sample event is valid there; its repr shows no secret."""

    endpoint: Endpoint
    secret: Secret
    """What the endpoint keeps to verify."""
    key: Key
    """What the sample is signed with; of a key pair the private half, which is kept nowhere."""
    added: bool
    """Whether the endpoint was there already, and gets only the secret."""


def stands_for(endpoint: Endpoint, sample: Sample) -> bool:
    """Whether requests of the sample's provider are expected there."""
    if endpoint.scheme:
        return endpoint.scheme == sample.scheme
    return sample.provider in {endpoint.provider, endpoint.path.strip("/")}


def path_for(sample: Sample, rules: Rules) -> str:
    """The endpoint of the provider, one with a secret before one without; else a path of its name that is still free."""
    known = [one for one in rules.endpoints if stands_for(one, sample)]
    known.sort(key=lambda one: not rules.secrets_of(one.path))
    if known:
        return known[0].path
    plain = f"/{OF_SCHEME.get(sample.provider, sample.provider)}"
    taken = {one.path for one in rules.endpoints}
    return next(path for path in (plain, *(f"{plain}-{n}" for n in range(2, len(taken) + 3))) if path not in taken)


def endpoint_at(path: str, sample: Sample, rules: Rules) -> Endpoint | None:
    """The endpoint that a request to that path belongs to, if it is one of the provider."""
    found = next((one for one in rules.endpoints if one.path == rules.endpoint_of(path).path), None)
    return found if found is not None and stands_for(found, sample) else None


def signing_at(path: str, sample: Sample, rules: Rules, now: float, own: Key | None = None) -> Signing:
    """By the secrets of the endpoint; KEEP where there is nothing to sign with.

    `own` is the private key of an endpoint that keeps only the public half.
    """
    endpoint = rules.endpoint_of(path)
    ours = not endpoint.scheme or endpoint.scheme == sample.scheme
    kept = keys_for(sample.scheme, rules.secrets_of(endpoint.path), now) if ours else ()
    keys = keys_to_sign(kept, sample.scheme)
    return signing_with(sample, keys or (() if own is None else (own,)), endpoint)


def signing_with(sample: Sample, keys: Sequence[Key], endpoint: Endpoint | None = None) -> Signing:
    settings = settings_for(sample.scheme, None, {**sample.settings, **(endpoint.settings if endpoint else {})})
    how = How.NEW if keys and sample.scheme else How.KEEP
    return Signing(how, sample.scheme, tuple(keys), settings, new_id=False)


def new_place(path: str, sample: Sample, rules: Rules, randomness: Random) -> NewPlace:
    """A secret in the shape of the provider's, and the endpoint if there is none. Can take a second, for a key pair."""
    there = endpoint_at(path, sample, rules)
    made = new_secret(sample.scheme, randomness)
    endpoint = there or Endpoint(path, sample.scheme, settings=sample.settings)
    return NewPlace(endpoint, Secret(endpoint.path, LABEL, made.value), made.key, added=there is not None)


def draft_of_sample(sample: Sample, url: str, signing: Signing, now: float, randomness: Random) -> Draft:
    """With fresh ids and times, signed. Reads a small file of ours. Raises KnownError `cannot-sign`."""
    return make(sample, url, now, randomness, signing.keys, signing.settings)
