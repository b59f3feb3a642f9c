import gc
import weakref

import pytest

from webhook_inspector.ui import garbage as garbage_file
from webhook_inspector.ui.garbage import GarbageTimer


class Knot:
    def __init__(self):
        self.self = self


@pytest.fixture
def garbage(qtbot, monkeypatch):
    monkeypatch.setattr(garbage_file, "EVERY_MS", 10)
    timer = GarbageTimer()
    yield timer
    timer.give_back()


def test_nothing_is_collected_but_by_the_timer(garbage, qtbot):
    garbage.take_over()
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    [[] for _ in range(10_000)]
    assert gone() is not None
    made = [[number] for number in range(5_000)]  # more than the first generation takes
    qtbot.waitUntil(lambda: gone() is None)
    assert made


def test_what_start_up_made_is_left_alone(garbage):
    garbage.take_over()
    before = gc.get_freeze_count()
    garbage.settle()
    assert gc.get_freeze_count() > before


def test_is_given_back(garbage):
    garbage.take_over()
    garbage.settle()
    garbage.give_back()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
