"""What the options of a command that sends ask for, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

import click

from webhook_inspector.cli.asked import Asked
from webhook_inspector.core.capture import Capture
from webhook_inspector.core.rules import Rules
from webhook_inspector.drafts.repeating import Pace, Repetition, Start, schedule
from webhook_inspector.drafts.signing import Break, How, Signing
from webhook_inspector.drafts.signing_keys import keys_to_sign
from webhook_inspector.net.sending import Options
from webhook_inspector.net.trust import Trust

KINDS = {one.name.lower().replace("_", "-"): one for one in Break if one is not Break.NOTHING}
"""Of `--break`, by their words."""

_CONNECT_SECONDS = 10
_AT_ONCE_IN_TIME = 16
_NEEDS_KEY = {Break.EXPIRED, Break.WRONG_SECRET, Break.OURS_FIRST, Break.OURS_LAST}
"""Breaks for which the request is signed anew."""


def options_of(timeout: float, ca: Path | None, *, insecure: bool, no_proxy: bool) -> Options:
    return Options(
        connect_timeout=min(_CONNECT_SECONDS, timeout),
        timeout=timeout,
        trust=Trust(verify=not insecure, ca_file=ca),
        proxies=not no_proxy,
    )


@dataclass(frozen=True, slots=True, repr=False)
class SigningWish:
    """Its repr shows no secret."""

    asked: Asked
    anew: bool
    """Whether it is signed again; otherwise the signature stays as it came."""
    broken: Break = Break.NOTHING
    minutes: int = 0

    @classmethod
    def of(
        cls, scheme: str | None, sources: Sequence[str], pairs: Sequence[str], broken: str | None, *, sign: bool
    ) -> "SigningWish":
        """What can only be meant for signing asks for it. Raises click.BadParameter, and KnownError where a file cannot be read."""
        kind, minutes = break_of(broken)
        anew = sign or bool(sources or pairs) or kind in _NEEDS_KEY or (bool(scheme) and kind is Break.NOTHING)
        return cls(Asked.of(scheme, sources, pairs, "now"), anew, kind, minutes)

    @property
    def signs(self) -> bool:
        """Whether endpoints and secrets have to be known."""
        return self.anew or self.broken is not Break.NOTHING

    def signing(self, capture: Capture, rules: Rules) -> Signing:
        """For a request like this capture. Raises click.UsageError where nothing tells how, or with what."""
        if not self.signs:
            return Signing()
        case = self.asked.case(capture, rules)
        if not case.scheme:
            raise click.UsageError("Nothing tells how the request is signed. Name the scheme with --scheme.")
        keys = keys_to_sign(case.keys, case.scheme)
        if self.anew and not keys:
            raise click.UsageError(lacks_secret(case.scheme))
        how = How.NEW if self.anew else How.KEEP
        return Signing(how, case.scheme, keys, case.settings, broken=self.broken, minutes=self.minutes)


def break_of(text: str | None) -> tuple[Break, int]:
    """`expired=10` as what is broken, and minutes. Raises click.BadParameter."""
    if text is None:
        return Break.NOTHING, 0
    kind, mark, minutes = text.partition("=")
    if kind not in KINDS:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(KINDS)}", param_hint="--break")
    if mark and (KINDS[kind] is not Break.EXPIRED or not minutes.isdecimal() or not 0 < int(minutes) < 10**7):
        raise click.BadParameter("only expired takes minutes, as in expired=10", param_hint="--break")
    return KINDS[kind], int(minutes or 0)


def lacks_secret(scheme: str) -> str:
    return (
        f"Nothing is known to sign with by the scheme {scheme}. Name a secret with --secret, or keep one with endpoints "
        "add-secret."
    )


def repetition_of(
    repeat: int,
    at_once: int | None,
    rate: float | None,
    gaps: str | None = None,
    seed: int | None = None,
    *,
    twice: bool = False,
    shuffle: bool = False,
) -> Repetition:
    """Raises click.UsageError where two wishes exclude each other."""
    if rate is not None and gaps in {"original", "10x"}:
        raise click.UsageError("Either --rate or --gaps says when to send.")
    if seed is not None and not shuffle:
        raise click.UsageError("--seed matters with --shuffle only.")
    pace = Pace.RATE if rate is not None else Pace.AT_ONCE if gaps in {None, "none"} else Pace.ORIGINAL
    chance: Random = SystemRandom()
    return Repetition(
        times=repeat,
        at_once=at_once or (1 if pace is Pace.AT_ONCE else _AT_ONCE_IN_TIME),
        pace=pace,
        per_second=rate or 1.0,
        speed=10.0 if gaps == "10x" else 1.0,
        doubled=twice,
        shuffled=shuffle,
        seed=chance.randrange(2**32) if seed is None else seed,
    )


def turns_of(captured_ns: Sequence[int], repetition: Repetition) -> list[Start]:
    """Raises KnownError where that are too many."""
    return list(schedule(captured_ns, repetition))
