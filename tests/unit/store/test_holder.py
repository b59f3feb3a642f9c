import sys
from pathlib import Path

import pytest

from webhook_inspector.store.holder import find_holder, holder_of

LOCKS = """\
1: POSIX  ADVISORY  READ 31 fe:00:402117 128 128
2: -> POSIX  ADVISORY  WRITE 33 fe:00:402117 120 120
3: POSIX  ADVISORY  WRITE 0 fe:00:402117 120 120
4: POSIX  ADVISORY  WRITE 32 fe:00:402117 120 120
5: FLOCK  ADVISORY  WRITE 40 00:2a:77 0 EOF
"""


@pytest.mark.parametrize(
    ("inodes", "own", "holder"),
    [({402117}, 1, 32), ({402117}, 32, None), ({77, 5}, 1, 40), ({5}, 1, None), (set(), 1, None)],
)
def test_the_holder_is_who_has_the_write_lock(inodes: set[int], own: int, holder: int | None):
    assert find_holder(LOCKS, inodes, own) == holder


def test_lines_of_another_kind_are_passed_over():
    assert find_holder("\n1:\n1: POSIX ADVISORY WRITE x y z 0 EOF\n", {0}, 1) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who holds a lock")
def test_another_process_is_found_and_named(filled: Path, other):
    holder = other(filled, "BEGIN IMMEDIATE")
    assert holder_of(filled) == f"process {holder.pid} ({Path(sys.executable).name})"


def test_nobody_holds_a_free_one(filled: Path):
    assert holder_of(filled) is None
    assert holder_of(filled.with_name("missing")) is None
