import time

import click
import pytest

from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.cli.asked import Asked
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status

CAPTURE = signed_record().capture
KEPT = Rules(
    (Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 5, "signed_url": "https://x/"}),),
    (Secret("/stripe", "main", SECRET),),
)


def asked(scheme: str | None = None, *, sources: tuple[str, ...] = (), pairs: tuple[str, ...] = ()) -> Asked:
    return Asked.of(scheme, sources, pairs, "arrival")


def test_nothing_asked_is_as_it_is_kept() -> None:
    case = asked().case(CAPTURE, KEPT)
    assert case.verdict().status is Status.VALID
    assert (case.endpoint, case.scheme) == ("/stripe", "stripe")
    assert dict(case.settings) == {"tolerance_seconds": 5, "signed_url": "https://x/"}
    assert asked().known("/stripe", KEPT) == KEPT


def test_what_is_asked_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHER", "whsec_other")
    wanted = asked("github", sources=("env:OTHER",), pairs=("tolerance_seconds=60",))
    case = wanted.case(CAPTURE, KEPT)
    assert (case.scheme, case.settings["tolerance_seconds"], case.settings["signed_url"]) == (
        "github",
        60,
        "https://x/",
    )
    assert [key.label for key in case.keys] == ["env:OTHER"]
    assert [one.label for one in wanted.known("/stripe", KEPT).secrets] == ["env:OTHER", "main"]
    assert "whsec_other" not in repr(wanted)


def test_secrets_without_an_endpoint_are_found() -> None:
    assert asked().case(CAPTURE, Rules(secrets=KEPT.secrets)).verdict().status is Status.VALID


def test_the_clock() -> None:
    then = Asked.of(None, (), (), "2025-11-24T16:00:30Z").case(CAPTURE, KEPT)
    assert (then.now, then.verdict().status) == (1_764_000_030.0, Status.EXPIRED)
    now = Asked.of(None, (), (), "now").case(CAPTURE, KEPT)
    assert abs(now.now - time.time()) < 60
    with pytest.raises(click.BadParameter) as caught:
        Asked.of(None, (), (), "noon")
    assert caught.value.param_hint == "--at"
