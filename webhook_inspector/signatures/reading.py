"""What a request says about its own signature, and the verdict on it: the part that all public-key schemes share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.algorithms import fits, keyed_digest, suits
from webhook_inspector.signatures.encodings import to_base64
from webhook_inspector.signatures.publickeys import (
    PUBLIC_KINDS,
    UnusableKeyError,
    own_algorithm,
    single_keys,
    verifying_key,
)
from webhook_inspector.signatures.scheme import Key


@dataclass(frozen=True, slots=True)
class Reading:
    """A well-formed signature: what it is made of, and the facts that hold or fail beside it."""

    content: bytes
    signatures: tuple[bytes, ...]
    algorithms: tuple[str, ...]
    """Names of `ALGORITHMS` that the scheme allows; the key decides where there are several."""
    steps: tuple[Step, ...] = ()
    """The header and the format; all hold."""
    key_id: str = ""
    times: tuple[Step, ...] = ()
    """One that fails makes a fitting signature expired."""
    claims: tuple[Step, ...] = ()
    """One that fails makes the request invalid, whatever the signature."""
    covered: str = ""
    """What the content is, for people, where bytes alone would mislead."""
    text_of: Callable[[bytes], str] = to_base64
    """How the scheme writes a signature."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Why there is nothing to verify: no signature, or one that is not well formed. The last step is the one that fails."""

    status: Status
    steps: tuple[Step, ...]


TRIES = 16
"""Signatures of one request that are tried. Senders make two or three; each one costs a pass over the whole content."""

Load = Callable[[Key], object]
"""The bytes of a secret, or the public key, that a key stands for. Raises UnusableKeyError, also for one not to be trusted."""


@dataclass(frozen=True, slots=True)
class Loaded:
    label: str
    key: object
    algorithms: tuple[str, ...]


def unsigned(what: str) -> Stop:
    return Stop(Status.UNSIGNED, (Step("header", False, f"{what} is missing"),))


def malformed(header: str, fact: str, found: str = "") -> Stop:
    return Stop(Status.INVALID, (Step("header", True, f"{header} is there"), Step("format", False, fact, found=found)))


def lacking(header: str, what: str, why: str = ", which is signed too") -> Stop:
    """Without that part of the request the signature cannot be verified; its step names it as expected."""
    steps = Step("header", True, f"{header} is there"), Step("content", False, f"{what} is missing{why}", what)
    return Stop(Status.INVALID, steps)


def well_formed(header: str, fact: str) -> tuple[Step, ...]:
    return Step("header", True, f"{header} is there"), Step("format", True, fact)


def judge(scheme: str, reading: Reading | Stop, keys: Sequence[Key], load: Load = verifying_key) -> Verdict:
    """The verdict on what was read, under these keys."""
    if isinstance(reading, Stop):
        return Verdict(reading.status, scheme, reading.steps)
    status, loaded, step = _loaded(reading, keys, load)
    if not loaded:
        return Verdict(status, scheme, (*reading.steps, *reading.times, step), reading.content)
    label = next((one.label for one in loaded if _opens(one, reading)), "")
    covered = reading.covered or f"{len(reading.content)} bytes are signed"
    steps = (
        *reading.steps,
        step,
        *reading.times,
        Step("content", True, covered),
        *reading.claims,
        _digest_step(reading, loaded, label),
    )
    return Verdict(_status(reading, label), scheme, steps, reading.content, label)


def _status(reading: Reading, label: str) -> Status:
    if not label or not all(step.holds for step in reading.claims):
        return Status.INVALID
    return Status.VALID if all(step.holds for step in reading.times) else Status.EXPIRED


def _opens(one: Loaded, reading: Reading) -> bool:
    return any(
        fits(algorithm, one.key, reading.content, signature)
        for algorithm in one.algorithms
        for signature in reading.signatures[:TRIES]
    )


def _loaded(reading: Reading, keys: Sequence[Key], load: Load) -> tuple[Status, list[Loaded], Step]:
    """The keys that can be tried; where there are none, the status that this means and the step that says why."""
    known = [(label, key) for label, key in single_keys(keys) if key.kind in {"secret", *PUBLIC_KINDS}]
    if not known:
        return Status.NO_SECRET, [], Step("key", False, "there is no key to verify with")
    asked = [(label, key) for label, key in known if not reading.key_id or key.id in {"", reading.key_id}]
    if not asked:
        ids = ", ".join(key.id for _label, key in known)
        return (
            Status.INVALID,
            [],
            Step("key", False, "the request names a key that is not among yours", ids, reading.key_id),
        )
    loaded: list[Loaded] = []
    faults: list[str] = []
    for label, key in asked:
        try:
            loaded.append(_usable(label, key, load(key), reading.algorithms))
        except UnusableKeyError as fault:
            faults.append(f"{label} cannot be used: {fault}")
    if not loaded:
        return Status.INVALID, [], Step("key", False, "; ".join(faults))
    fact = ", ".join(f"{one.label} for {' or '.join(one.algorithms)}" for one in loaded)
    return Status.INVALID, loaded, Step("key", True, "; ".join([f"to try: {fact}", *faults]))


def _usable(label: str, key: Key, loaded: object, allowed: Sequence[str]) -> Loaded:
    usable = tuple(name for name in allowed if suits(name, loaded) and own_algorithm(key) in {"", name})
    if not usable:
        raise UnusableKeyError(f"it is no key for {' or '.join(allowed)}")
    return Loaded(label, loaded, usable)


def _digest_step(reading: Reading, loaded: Sequence[Loaded], label: str) -> Step:
    """Shows the right value beside the wrong one where the user's own secret makes it."""
    found = ", ".join(map(reading.text_of, reading.signatures))
    if label:
        return Step("digest", True, f"the signature fits {label}", found=found)
    secrets = [(one.algorithms[0], one.key) for one in loaded if isinstance(one.key, bytes)]
    expected = [reading.text_of(keyed_digest(name, secret, reading.content)) for name, secret in secrets]
    whom = loaded[0].label if len(loaded) == 1 else f"any of {len(loaded)} keys"
    return Step("digest", False, f"the signature does not fit {whom}", ", ".join(expected), found)
