import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit

from webhook_inspector.drafts.repeating import Pace, Repetition
from webhook_inspector.scenarios import Scenario
from webhook_inspector.ui.repeat_form import RepeatForm
from webhook_inspector.ui.repeat_paces import PACES

SAVED = Scenario(
    "x", "http://localhost:3000", "endpoint:/a", sign=True, repetition=Repetition(5, 16, Pace.RATE, 2.5, doubled=True)
)


@pytest.fixture
def form(qtbot):
    form = RepeatForm()
    qtbot.addWidget(form)
    form.show()
    return form


def test_the_selected_or_what_a_filter_finds(form):
    form.take((3, 1), "sig:invalid")
    assert form.wish().ids == (3, 1)
    assert not form.filter.isVisible()
    form.what.setCurrentIndex(1)
    assert form.filter.isVisible()
    assert (form.wish().ids, form.wish().scenario.filter) == (None, "sig:invalid")
    form.take((), "")
    assert form.wish().ids is None
    assert form.what.count() == 1


def test_a_scenario_there_and_back(form):
    form.take((1,), "")
    form.show_scenario(SAVED)
    assert form.wish("x").scenario == SAVED
    assert form.wish("x").ids is None
    form.show_repetition(Repetition())
    assert form.wish("x").scenario.repetition == Repetition()


@pytest.mark.parametrize("key", PACES)
def test_a_number_is_asked_for_where_there_is_one(form, key):
    form.pace.setCurrentIndex(form.pace.findData(key))
    assert form.number.isVisible() == bool(PACES[key].number)
    assert form.number.accessibleName() == form._unit.text() == PACES[key].number
    wanted = PACES[key].apply(Repetition(), PACES[key].usual)
    assert form.wish().scenario.repetition == wanted


def test_a_filter_that_cannot_be_understood_is_told_at_its_place(form):
    form.take((1,), "size:x")
    assert form.sound
    form.what.setCurrentIndex(1)
    assert not form.sound
    assert form._fault.isVisible()


def test_every_field_has_a_name(form):
    form.take((1,), "")
    shown = [*form.findChildren(QComboBox), *form.findChildren(QAbstractSpinBox)]
    lines = [form.filter, form.target.line]
    assert all(isinstance(one, QLineEdit) for one in lines)
    assert all(one.accessibleName() for one in (*shown, *lines) if one is not form.number)
