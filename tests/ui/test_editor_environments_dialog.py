import pytest

from webhook_inspector.environments import Environment
from webhook_inspector.ui.editor_environments_dialog import EnvironmentsDialog

LOCAL = Environment("local", {"base": "http://localhost:3000"})
STAGING = Environment("staging", {"base": "https://staging.example.com"})


@pytest.fixture
def dialog(qtbot):
    made = EnvironmentsDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def saved(dialog, qtbot):
    with qtbot.waitSignal(dialog.saved) as told:
        dialog.save.click()
    return told.args[0]


def test_it_begins_at_the_one_that_is_wanted_and_with_two_where_there_is_none(dialog, qtbot):
    dialog.show_environments((LOCAL, STAGING), "staging")
    assert dialog.name.text() == "staging"
    assert [one.name for one in dialog.table.pairs()] == ["base"]
    assert saved(dialog, qtbot) == (LOCAL, STAGING)
    dialog.show_environments((), "")
    assert [dialog.choice.itemText(place) for place in range(2)] == ["local", "staging"]


def test_variables_and_names_are_edited(dialog, qtbot):
    dialog.show_environments((LOCAL, STAGING), "local")
    dialog.table.table.item(0, 1).setText("http://localhost:4000")
    dialog.choice.setCurrentIndex(1)
    dialog.name.setText("production")
    assert saved(dialog, qtbot) == (
        Environment("local", {"base": "http://localhost:4000"}),
        Environment("production", STAGING.variables),
    )


def test_they_come_and_go(dialog, qtbot):
    dialog.show_environments((LOCAL,), "")
    dialog.add.click()
    assert not dialog.save.isEnabled()
    assert dialog.fault.text == "Give each environment a name."
    dialog.name.setText("local")
    assert dialog.fault.text == "Two environments have the same name."
    dialog.name.setText("new")
    dialog.choice.setCurrentIndex(0)
    dialog.remove.click()
    assert saved(dialog, qtbot) == (Environment("new"),)
    dialog.remove.click()
    assert not dialog.table.isEnabled()
    assert saved(dialog, qtbot) == ()


def test_a_name_that_no_mark_can_hold_is_refused(dialog):
    dialog.show_environments((LOCAL,), "")
    dialog.table.table.item(0, 0).setText("a b")
    assert "a b" in dialog.fault.text
    assert not dialog.save.isEnabled()


def test_everything_has_a_name(dialog):
    widgets = (dialog.choice, dialog.add, dialog.remove, dialog.name, dialog.table.table)
    assert all(widget.accessibleName() for widget in widgets)
