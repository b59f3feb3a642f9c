from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.form_rows import FormRows, narrow, remark_label


def labels(place: QWidget) -> list[QLabel]:
    return [label for label in place.findChildren(QLabel) if label.buddy()]


def test_a_label_leads_to_its_field_and_names_it(qtbot: QtBot):
    place, field = QWidget(), QLineEdit()
    qtbot.addWidget(place)
    FormRows(place).put(0, "&Path", field)
    assert labels(place)[0].buddy() is field
    assert field.accessibleName() == "Path"


def test_a_name_of_its_own_stays(qtbot: QtBot):
    place, field = QWidget(), QLineEdit()
    qtbot.addWidget(place)
    field.setAccessibleName("The path of the endpoint")
    FormRows(place).put(0, "&Path", field)
    assert field.accessibleName() == "The path of the endpoint"


def test_a_label_leads_into_a_field_of_several_parts(qtbot: QtBot):
    place, field = QWidget(), QWidget()
    qtbot.addWidget(place)
    inner = QLineEdit(field)
    field.setFocusProxy(inner)
    FormRows(place).put(0, "&Secret", field)
    assert labels(place)[0].buddy() is inner


def test_a_row_goes_with_all_that_is_in_it(qtbot: QtBot):
    place = QWidget()
    qtbot.addWidget(place)
    rows = FormRows(place)
    rows.put(0, "First", QLineEdit())
    rows.put(50, "Second", QLineEdit(), remark_label("what it is for"))
    rows.drop(50)
    rows.drop(51)  # nothing is there
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(place.findChildren(QLineEdit)) == 1
    assert [label.text() for label in place.findChildren(QLabel)] == ["First"]


def test_what_is_below_has_room_for_all_its_lines(qtbot: QtBot):
    place = QWidget()
    qtbot.addWidget(place)
    below = remark_label("a sentence that is far too long for one line of so narrow a form, however one may look at it")
    FormRows(place).put(0, "Path", QLineEdit(), below)
    place.resize(250, place.layout().totalHeightForWidth(250))
    place.show()
    assert below.height() >= below.heightForWidth(below.width()) > 2 * below.fontMetrics().height()
    assert below.textFormat() == Qt.TextFormat.PlainText


def test_a_narrow_box_asks_for_no_more_than_a_few_characters(qtbot: QtBot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("long " * 50)
    narrow(box)
    assert box.sizeHint().width() < 30 * box.fontMetrics().averageCharWidth()
