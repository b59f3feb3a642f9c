"""`dev.py bench crash`: 200 kills at random moments under load; none may lose an acknowledged request."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.crash import crashes

ROUNDS_OF_ONE_HISTORY = 20


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    chance = random.Random(chosen.seed)
    acknowledged = unsound = 0
    left = chosen.rounds
    while left:
        rounds = min(left, ROUNDS_OF_ONE_HISTORY)
        with tempfile.TemporaryDirectory() as place:
            for number, found in enumerate(crashes(Path(place), chance, rounds), chosen.rounds - left + 1):
                acknowledged += found.acknowledged
                unsound += not found.sound
                print(
                    f"{number:4}  acknowledged {found.acknowledged:6}  stored {found.stored:6}  lost {found.lost}"
                    f"  twice {found.twice}  integrity {found.integrity}",
                    flush=True,
                )
        left -= rounds
    print(f"{chosen.rounds} kills, {acknowledged} acknowledged, {unsound} rounds unsound")
    return 1 if unsound else 0


if __name__ == "__main__":
    sys.exit(main())
