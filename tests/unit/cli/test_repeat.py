import json
from collections.abc import Callable

import pytest

from tests.receiver import Receiver
from tests.unit.cli.sending import target, url_of
from webhook_inspector.core.capture import Record
from webhook_inspector.drafts.repeating import Repetition
from webhook_inspector.paths import DataFolder
from webhook_inspector.scenarios import Scenario, save_scenario

Cli = Callable[..., object]
__all__ = ["target"]


def test_a_scenario_is_listed_and_run(cli: Cli, three: list[Record], target: Receiver, folder: DataFolder) -> None:
    assert cli("repeat").lines[0].startswith("There are no scenarios.")
    save_scenario(folder.settings, Scenario("All", url_of(target), repetition=Repetition(times=2, doubled=True)))
    save_scenario(folder.settings, Scenario("One", url_of(target), "path:/b"))
    assert cli("repeat").lines == [
        f"All  all → {url_of(target)}  (2 times, at once pace, each twice)",
        f"One  path:/b → {url_of(target)}  (at once pace)",
    ]
    assert [json.loads(line)["name"] for line in cli("repeat", "--json").lines] == ["All", "One"]
    done = cli("repeat", "All")
    assert (done.code, len(target.requests)) == (0, 12)
    assert [line.split()[1] for line in done.lines[:6]] == ["1", "1", "2", "2", "3", "3"]
    dry = cli("repeat", "One", "--to", url_of(target, "/x"), "--dry-run")
    assert dry.raw.startswith(b"POST /x HTTP/1.1\r\n")
    assert len(target.requests) == 12


@pytest.mark.parametrize(
    ("scenario", "name", "words"),
    [
        (Scenario("All", "http://x"), "Some", "There is no scenario Some. There are: All."),
        (Scenario("None", "http://x", "path:/nowhere"), "None", "No capture is chosen that could be sent."),
    ],
)
def test_what_cannot_be_run(
    cli: Cli, three: list[Record], folder: DataFolder, scenario: Scenario, name: str, words: str
) -> None:
    save_scenario(folder.settings, scenario)
    done = cli("repeat", name)
    assert (done.code, done.out, done.err) == (1, "", words + "\n")


def test_signed_again_it_needs_a_secret(cli: Cli, three: list[Record], folder: DataFolder) -> None:
    save_scenario(folder.settings, Scenario("Signed", "http://x", sign=True))
    assert "Nothing tells how the request is signed." in " ".join(cli("repeat", "Signed").err.split())
