import pytest
from PySide6.QtGui import QColor

from tests.ui.sent import attempt
from webhook_inspector.ui.latency_chart import LatencyChart
from webhook_inspector.ui.latency_columns import picture_of
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of


@pytest.fixture
def chart(qtbot):
    chart = LatencyChart()
    qtbot.addWidget(chart)
    chart.resize(400, 120)
    return chart


def colours(chart):
    image = chart.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_failed_is_marked_and_what_was_answered_has_its_bar(chart, theme):
    chart.setPalette(palette_of(theme))
    fine = [attempt(200, 0.01 * at, at=at) for at in range(1, 30)]
    chart.show_picture(picture_of(fine))
    found = colours(chart)
    assert QColor(theme.ok).name() in found
    assert QColor(theme.fail).name() not in found
    chart.show_picture(picture_of([*fine, attempt(500, 0.1, at=99)]))
    assert QColor(theme.fail).name() in colours(chart)


def test_the_slowest_is_the_highest_bar(chart):
    chart.setPalette(palette_of(LIGHT))
    chart.show_picture(picture_of([attempt(200, 0.1, at=1), attempt(200, 0.4, at=2)]))
    image, mark = chart.grab().toImage(), QColor(LIGHT.ok).name()
    tops = {}
    for x in range(60):
        ys = [y for y in range(image.height()) if image.pixelColor(x, y).name() == mark]
        if ys:
            tops[x] = ys[0]
    assert min(tops.values()) == tops[max(tops)]
    assert tops[min(tops)] > tops[max(tops)] + 20


def test_all_that_it_shows_is_in_its_description(chart):
    assert chart.accessibleDescription() == "Nothing was sent yet"
    chart.show_picture(picture_of([attempt(200, 0.1), attempt(0)]))
    assert chart.accessibleDescription() == (
        "✓ 1 of 2 answered with 2xx · ✗ 1 × refused connections. "
        "half within 100 ms · 95 % within 100 ms · slowest 100 ms"
    )
    chart.show_picture(None)
    assert chart.accessibleName() == "Chart of latencies"
    assert colours(chart)


@pytest.mark.parametrize("size", [(1, 1), (80, 30), (2000, 400)])
@pytest.mark.parametrize("count", [1, 119, 5000])
def test_no_size_and_no_number_is_too_much(chart, size, count):
    chart.setMinimumSize(0, 0)
    chart.resize(*size)
    chart.show_picture(picture_of([attempt(200 if at % 3 else 0, at / 1000, at=at) for at in range(count)]))
    chart.grab()


def test_nobody_there_at_all(chart):
    chart.show_picture(picture_of([attempt(0), attempt(0)]))
    assert QColor(LIGHT.ok).name() not in colours(chart)
