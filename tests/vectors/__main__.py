"""Runs files of signature vectors: `python -m tests.vectors FILE…`, without a file the one that lies here.

One line for each vector on which we and its author disagree, then the count; the exit status is 1 where there is any.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.vectors.vector import OWN_FILE, disagreement, load


def main(arguments: Sequence[str]) -> int:
    vectors = [vector for name in arguments or [str(OWN_FILE)] for vector in load(Path(name))]
    found = [line for line in map(disagreement, vectors) if line]
    for line in found:
        print(line)
    print(f"{len(vectors) - len(found)} agreed, {len(found)} disagreed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
