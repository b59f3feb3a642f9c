import random
from pathlib import Path

from tests.crash import crashes

ROUNDS = 20


def test_twenty_kills_under_load_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    found = list(crashes(tmp_path, random.Random(20), ROUNDS))
    assert [crash for crash in found if not crash.sound] == []
    assert len(found) == ROUNDS
    assert all(crash.acknowledged > 0 for crash in found)
