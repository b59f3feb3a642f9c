import pytest
from PySide6.QtWidgets import QWidget

from webhook_inspector.ui.timeline_place import LOW, TimelinePlace


@pytest.fixture
def place(qtbot):
    timeline, stage = QWidget(), QWidget()
    timeline.setFixedHeight(44)
    place = TimelinePlace(timeline, stage)
    place.timeline = timeline
    qtbot.addWidget(place)
    place.resize(800, LOW + 100)
    place.show()
    place.set_filled(True)
    return place


@pytest.fixture
def told(place):
    told = []
    place.chosen_changed.connect(lambda on: told.append(("chosen", on)))
    place.shown_changed.connect(lambda on: told.append(("shown", on)))
    return told


def test_is_not_there_without_captures(place, told):
    place.set_filled(False)
    assert not place.timeline.isVisible()
    assert told == [("shown", False)]
    place.choose(False)
    place.set_filled(True)
    assert not place.timeline.isVisible()
    place.choose(True)
    assert place.timeline.isVisible()


def test_gives_way_in_a_low_window_and_comes_back(place, told):
    place.resize(800, LOW - 1)
    assert not place.timeline.isVisible()
    assert told == [("chosen", False), ("shown", False)]
    place.resize(800, LOW)
    assert place.timeline.isVisible()
    assert place.wanted


def test_what_the_user_wants_of_a_low_window_is_for_that(place):
    place.resize(800, LOW - 1)
    place.choose(True)
    assert place.timeline.isVisible()
    place.choose(False)
    assert not place.timeline.isVisible()
    assert place.wanted
    place.resize(800, LOW)
    assert place.timeline.isVisible()
    place.choose(False)
    place.resize(800, LOW - 1)
    place.resize(800, LOW)
    assert not place.timeline.isVisible()


def test_what_was_wanted_is_restored(place):
    place.restore(wanted=False)
    assert not place.timeline.isVisible()
    place.restore(wanted=True)
    assert place.timeline.isVisible()


def test_takes_no_height_from_the_window(place):
    assert place.minimumSizeHint() == place._stage.minimumSizeHint()
