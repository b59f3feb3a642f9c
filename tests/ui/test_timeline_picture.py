import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from webhook_inspector.core.arrivals import Arrivals, Tally
from webhook_inspector.ui.theme import DARK, LIGHT
from webhook_inspector.ui.timeline_picture import Plan, Scale, Scene, paint

SECOND = 10**9
BARS, CAPTION = QRect(8, 4, 400, 28), QRect(8, 34, 400, 14)


def painted(tallies, theme=LIGHT, chosen=range(0), width=400):
    arrivals = Arrivals(1, SECOND, tallies)
    image = QImage(width + 16, 50, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.window))
    painter = QPainter(image)
    plan = Plan(QRect(8, 4, width, 28), arrivals.stretches)
    paint(painter, plan, QRect(8, 34, width, 14), theme, Scene(arrivals, chosen))
    painter.end()
    return image, plan


def rows_of(image, plan, number, colour):
    """At which heights a stretch has that colour."""
    x = plan.left(number) + 1
    return [y for y in range(plan.bars.top(), plan.bars.bottom() + 1) if image.pixelColor(x, y) == QColor(colour)]


@given(st.integers(200, 2000), st.integers(40, 200), st.integers(-(10**6), 10**6))
def test_every_place_is_in_a_stretch_and_every_stretch_has_its_place(width, count, start):
    plan = Plan(QRect(8, 4, width, 28), range(start, start + count))
    assert plan.left(start) == 8
    assert plan.left(start + count) == 8 + width
    places = [plan.at(x) for x in range(-5, width + 20)]
    assert places == sorted(places)
    assert {places[0], places[-1]} == {start, start + count - 1}
    for number in plan.stretches:
        left, right = plan.left(number), plan.left(number + 1)
        assert number in {plan.at(x) for x in range(left, right + 1)}


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_every_height_fits_and_nothing_is_too_little_to_be_seen(valid, failed, other):
    scale = Scale(28, valid + other, failed)
    heights = [scale.height(count) for count in (valid, other, failed)]
    assert all(bool(height) == bool(count) for height, count in zip(heights, (valid, other, failed), strict=True))
    assert scale.height(valid + other) + scale.height(failed) < 28


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_failed_hangs_below_the_line_and_all_else_stands_on_it(theme):
    image, plan = painted({100: Tally(30, 10, 10), 139: Tally(5)}, theme)
    line = rows_of(image, plan, 120, theme.muted)
    assert len(line) == 1
    valid, failed = rows_of(image, plan, 100, theme.ok), rows_of(image, plan, 100, theme.fail)
    assert max(valid) < line[0] < min(failed)
    assert len(valid) > 2 * len(failed) > 0
    assert not rows_of(image, plan, 139, theme.fail)
    above = image.pixelColor(plan.left(100) + 1, min(valid) - 1)
    assert above not in (QColor(theme.window), QColor(theme.ok))  # what was not verified, paler


def test_a_single_failure_among_thousands_is_seen():
    image, plan = painted({100: Tally(100_000, 1)})
    assert len(rows_of(image, plan, 100, LIGHT.fail)) >= 2


def test_what_is_chosen_is_marked_and_told():
    plain, plan = painted({100: Tally(1), 139: Tally(1)})
    marked, _ = painted({100: Tally(1), 139: Tally(1)}, chosen=range(110, 120))
    inside = plan.around(range(110, 120)).center()
    assert marked.pixelColor(inside.x(), 6) == QColor(LIGHT.highlight)
    assert plain.pixelColor(inside.x(), 6) == QColor(LIGHT.window)
    assert plain.copy(CAPTION) != marked.copy(CAPTION)


@pytest.mark.parametrize("width", [1, 60, 250, 400, 3000])
def test_every_width_can_be_painted(width):
    image, _ = painted({0: Tally(1, 1, 1), 199: Tally(1)}, width=width)
    assert not image.isNull()
