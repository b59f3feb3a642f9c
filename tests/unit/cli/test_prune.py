import json
from collections.abc import Callable

from tests.unit.cli.test_delete import listed
from webhook_inspector.core.capture import Record
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.endpoints import save_endpoint
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import save_setting

Cli = Callable[..., object]


def test_without_rules_nothing_goes(cli: Cli, three: list[Record]) -> None:
    assert cli("prune").out == "nothing to remove\n"
    assert listed(cli) == [1, 2, 3]


def test_the_newest_are_kept_and_pinned_ones(cli: Cli, three: list[Record]) -> None:
    cli("mark", "1", "--pin")
    assert cli("prune", "--keep", "1", "--dry-run").out == "would remove 1 capture (#2): more than the newest 1\n"
    assert listed(cli) == [1, 2, 3]
    assert json.loads(cli("prune", "--keep", "1", "--json").out) == {"removed": {"count": 1}, "dry_run": False}
    assert listed(cli) == [1, 3]


def test_by_the_settings_unless_an_option_says_else(cli: Cli, three: list[Record], folder: DataFolder) -> None:
    save_setting(folder.settings, "retention.age_days", 1)
    assert cli("prune", "--days", "0", "--dry-run").out == "nothing to remove\n"
    assert cli("prune").out == "removed 3 captures: older than 1 day\n"


def test_endpoints_have_rules_of_their_own(cli: Cli, three: list[Record], folder: DataFolder) -> None:
    save_endpoint(folder.settings, Endpoint("/a", keep_days=7))
    save_endpoint(folder.settings, Endpoint("/", keep_count=1))
    expected = [
        "would remove 1 capture (#1): /a: older than 7 days",
        "would remove 1 capture (#2): /: more than the newest 1",
    ]
    assert cli("prune", "--dry-run").lines == expected
    cli("mark", "2", "--pin")
    assert cli("prune").lines == ["removed 1 capture: /a: older than 7 days"]
    assert listed(cli) == [2, 3]


def test_what_was_deleted_goes_at_once(cli: Cli, three: list[Record]) -> None:
    cli("delete", "--id", "2")
    assert cli("prune").out == "nothing to remove\n"
    assert cli("prune", "--deleted").out == "removed 1 capture: deleted before\n"
    assert cli("undelete").code == 1


def test_without_a_history_there_is_nothing_to_do(cli: Cli) -> None:
    done = cli("prune")
    assert (done.code, "There is no history" in done.err) == (1, True)
