import pytest

from webhook_inspector.cli.removals import Removal
from webhook_inspector.store.retention import EndpointLimits, Limits

LIMITS = Limits(30, 1_000, 5 * 2**20, endpoints=(EndpointLimits("/\x1b", (), 1, 7),))


@pytest.mark.parametrize(
    ("removal", "line"),
    [
        (Removal.of("deleted", [7]), "would remove 1 capture (#7): deleted before"),
        (Removal.of("age", [3, 9, 4]), "would remove 3 captures (#3 to #9): older than 30 days"),
        (Removal("count", 2), "would remove 2 captures: more than the newest 1,000"),
        (Removal("size", 2), "would remove 2 captures: the history is larger than 5 MiB"),
        (Removal("age:/\x1b", 2), "would remove 2 captures: /\\x1b: older than 1 day"),
        (Removal("count:/\x1b", 2), "would remove 2 captures: /\\x1b: more than the newest 7"),
    ],
)
def test_every_rule_has_its_reason(removal: Removal, line: str) -> None:
    assert removal.line("would remove", LIMITS) == line
