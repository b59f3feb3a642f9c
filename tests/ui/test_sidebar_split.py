import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QLabel

from webhook_inspector.ui.sidebar_split import LEAST, NARROW, WIDTH, SidebarSplit


@pytest.fixture
def make(qtbot):
    def make():
        split = SidebarSplit(QLabel("side"), QLabel("stage"))
        qtbot.addWidget(split)
        split.told = []
        split.shown_changed.connect(split.told.append)
        split.resize(1280, 600)
        split.show()
        return split

    return make


def shown(split):
    return split.widget(0).isVisible()


def test_gives_way_where_the_window_is_narrow(make):
    split = make()
    assert split.sizes()[0] == WIDTH
    split.resize(NARROW - 1, 600)
    assert not shown(split)
    assert split.sizes() == [0, NARROW - 1]
    split.resize(NARROW, 600)
    assert shown(split)
    assert split.sizes()[0] == WIDTH
    assert split.told == [False, True]


def test_at_a_narrow_window_it_comes_when_asked_for(make):
    split = make()
    split.resize(900, 600)
    split.choose(True)
    assert shown(split)
    split.resize(950, 600)
    assert shown(split)
    split.choose(False)
    assert split.wanted
    split.resize(1280, 600)
    assert shown(split)


def test_who_does_not_want_it_does_not_get_it(make):
    split = make()
    split.choose(False)
    split.resize(900, 600)
    split.resize(1280, 600)
    assert not shown(split)
    assert split.told == [False]


def test_its_width_comes_back(make):
    first, second = make(), make()
    first.setSizes([300, 979])
    second.restore(first.saveState(), wanted=False)
    assert not shown(second)
    second.choose(True)
    assert second.sizes()[0] == 300
    second.restore(QByteArray(b"junk"), wanted=True)
    assert second.sizes()[0] == 300
    second.setSizes([1, 1278])
    assert second.sizes()[0] == LEAST


def test_it_does_not_keep_the_window_wide(make):
    split = make()
    split.widget(0).setMinimumWidth(400)
    assert split.minimumSizeHint().width() < 400
