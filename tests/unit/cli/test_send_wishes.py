from pathlib import Path

import click
import pytest

from tests.makers import make_capture, make_head, make_signed
from webhook_inspector.cli.send_options import BREAKS
from webhook_inspector.cli.send_wishes import (
    KINDS,
    SigningWish,
    break_of,
    options_of,
    repetition_of,
    turns_of,
)
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.repeating import Pace
from webhook_inspector.drafts.signing import Break, How

STRIPE = make_signed()
RULES = Rules(secrets=(Secret("/stripe", "main", "whsec_test"),))


def wish(broken: str | None = None, scheme: str | None = None, *, sign: bool = False) -> SigningWish:
    return SigningWish.of(scheme, (), (), broken, sign=sign)


def test_the_help_names_every_break() -> None:
    assert tuple(KINDS) == BREAKS


@pytest.mark.parametrize(
    ("text", "found"),
    [(None, (Break.NOTHING, 0)), ("tampered", (Break.TAMPERED, 0)), ("expired=9", (Break.EXPIRED, 9))],
)
def test_breaks(text: str | None, found: tuple[Break, int]) -> None:
    assert break_of(text) == found


@pytest.mark.parametrize("text", ["", "x", "nothing", "tampered=1", "expired=", "expired=0", "expired=x", "expired=-1"])
def test_what_is_no_break(text: str) -> None:
    with pytest.raises(click.BadParameter):
        break_of(text)


def test_the_signature_stays_where_nothing_is_asked() -> None:
    assert wish().signing(STRIPE, NO_RULES).how is How.KEEP


@pytest.mark.parametrize("asked", [wish(sign=True), wish(scheme="stripe"), wish("expired"), wish("wrong-secret")])
def test_it_is_signed_anew(asked: SigningWish) -> None:
    signing = asked.signing(STRIPE, RULES)
    assert (signing.how, signing.scheme, signing.keys[0].label) == (How.NEW, "stripe", "main")


@pytest.mark.parametrize("kind", ["tampered", "no-signature"])
def test_a_signature_that_stays_can_be_broken_without_a_secret(kind: str) -> None:
    signing = wish(kind).signing(STRIPE, NO_RULES)
    assert (signing.how, signing.scheme, signing.broken) == (How.KEEP, "stripe", KINDS[kind])


def test_without_scheme_or_secret_it_cannot_be_signed() -> None:
    with pytest.raises(click.UsageError, match="--scheme"):
        wish(sign=True).signing(make_capture(make_head()), NO_RULES)
    with pytest.raises(click.UsageError, match="--secret"):
        wish(sign=True).signing(STRIPE, NO_RULES)


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S", "hidden")
    assert "hidden" not in repr(SigningWish.of(None, ["env:S"], (), None, sign=True))


def test_options() -> None:
    found = options_of(3, Path("ca.pem"), insecure=True, no_proxy=True)
    assert (found.connect_timeout, found.timeout, found.proxies) == (3, 3, False)
    assert (found.trust.verify, found.trust.ca_file) == (False, Path("ca.pem"))
    assert options_of(60, None, insecure=False, no_proxy=False).connect_timeout == 10


def test_repetitions() -> None:
    assert repetition_of(3, None, None).at_once == 1
    rate = repetition_of(1, None, 5.0, "none")
    assert (rate.pace, rate.per_second, rate.at_once) == (Pace.RATE, 5.0, 16)
    gaps = repetition_of(1, 2, None, "10x")
    assert (gaps.pace, gaps.speed, gaps.at_once) == (Pace.ORIGINAL, 10.0, 2)


def test_turns() -> None:
    starts = turns_of([0, 10**9, 5 * 10**9], repetition_of(1, None, None, "10x"))
    assert [(round(one.seconds, 3), one.index) for one in starts] == [(0, 0), (0.1, 1), (0.5, 2)]
    with pytest.raises(KnownError):
        turns_of([0] * 3, repetition_of(100_000, None, None))
