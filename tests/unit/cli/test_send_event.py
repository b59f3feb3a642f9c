from typing import Any

import click
import pytest

from webhook_inspector.cli.asked import Asked
from webhook_inspector.cli.send_event import asked_event, list_samples, tell_signing
from webhook_inspector.cli.send_sample import event_of
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.drafts.signing import Break
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.samples.table import SAMPLES

ASKED: dict[str, Any] = {"to": "http://x/hook", "scheme": None, "sources": (), "pairs": ()}


def test_breaks_and_values_need_not_be_asked(folder: DataFolder) -> None:
    event = asked_event(GlobalOptions(data_dir=str(folder.path)), "github", "push", ASKED)
    assert (event.url, event.values, event.signing.broken) == ("http://x/hook", (), Break.NOTHING)


def test_who_signs_nothing_is_told_once_and_calmly(capfd: pytest.CaptureFixture[str]) -> None:
    sample = next(one for one in SAMPLES if not one.scheme)
    tell_signing(event_of(sample, "http://x", Asked.of(None, (), (), "now"), NO_RULES, (Break.NOTHING, 0)))
    assert "signs nothing" in capfd.readouterr().err


def test_a_list_takes_no_event() -> None:
    with pytest.raises(click.UsageError):
        list_samples("stripe", "invoice.paid", as_json=False)
