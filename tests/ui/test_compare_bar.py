import pytest

from webhook_inspector.compare.comparison import Wanted
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.ui.compare_bar import CompareBar


@pytest.fixture
def bar(qtbot):
    bar = CompareBar()
    qtbot.addWidget(bar)
    return bar


def test_at_first_only_order_and_case_of_headers_are_noise(bar):
    assert bar.wanted() == Wanted()
    assert bar.side_by_side


def test_one_click_ignores_ids_and_times(bar, qtbot):
    with qtbot.waitSignal(bar.wanted_changed):
        bar.noise.click()
    assert bar.wanted() == Wanted(Ignoring(noise=True))


def test_patterns(bar, qtbot):
    bar.patterns.setText("a.b, ,header:x")
    with qtbot.waitSignal(bar.wanted_changed):
        bar.ignore("$.c")
    assert bar.patterns.text() == "a.b, header:x, $.c"
    assert bar.ignored() == ("a.b", "header:x", "$.c")
    assert bar.wanted() == Wanted(Ignoring.of(["a.b", "header:x", "$.c"]))
    with qtbot.assertNotEmitted(bar.wanted_changed):
        bar.ignore("$.c")


def test_patterns_can_be_there_before(bar, qtbot):
    with qtbot.assertNotEmitted(bar.wanted_changed):
        bar.show_ignored(("a", "header:b"))
    assert bar.wanted() == Wanted(Ignoring.of(["a", "header:b"]))


def test_the_other_switches(bar, qtbot):
    with qtbot.waitSignals([bar.wanted_changed, bar.wanted_changed]):
        bar._exact.click()
        bar._text.click()
    assert bar.wanted() == Wanted(exact_headers=True, as_text=True)
    with qtbot.waitSignals([bar.view_changed, bar.view_changed]):
        bar._inline.click()
        bar.folded.click()
    assert not bar.side_by_side


def test_the_place_among_the_differences(bar):
    bar.say_place(0, 0)
    assert (bar._place.text(), bar.after.isEnabled(), bar.before.isEnabled()) == ("", False, False)
    bar.say_place(2, 1234)
    assert (bar._place.text(), bar.after.isEnabled()) == ("2 of 1,234", True)
