import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_body_content import content_of
from tests.ui.test_body_text import record_of
from tests.ui.test_picture import image_bytes
from webhook_inspector.bodies.choose import View
from webhook_inspector.ui.body_painting import BodyPainting
from webhook_inspector.ui.body_text import BodyText
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.body_views import BodyViews
from webhook_inspector.ui.theme import code_font


@pytest.fixture
def views(qtbot: QtBot):
    text = BodyView()
    qtbot.addWidget(text)
    made = BodyViews(text, lambda _view, _point: None, lambda: None, BodyPainting(lambda: None, text))
    yield made
    for view in (made._area, made._tree, made._form, made._parts, made._picture):
        if view is not None:
            view.deleteLater()


@pytest.mark.parametrize(
    ("body", "content_type", "view", "name"),
    [
        (b"text", "text/plain", View.RAW, "text"),
        (b"text", "text/plain", View.HEX, "area"),
        (b"[1,2]", "application/json", View.TREE, "tree"),
        (b"a=b&c=d", "application/x-www-form-urlencoded", View.FORM, "form"),
        (image_bytes(3, 2), "image/png", View.IMAGE, "picture"),
        (b"--x\r\n\r\nhi\r\n--x--", "multipart/form-data; boundary=x", View.PARTS, "parts"),
    ],
)
def test_each_content_has_its_widget(views: BodyViews, body: bytes, content_type: str, view: View, name: str):
    shown, searched = views.show(content_of(record_of(body, content_type), view))
    assert shown is getattr(views, name)
    expected: dict[str, QWidget | None] = {"picture": None, "parts": views.parts.text}
    assert searched is expected.get(name, shown)


def test_a_widget_that_is_made_later_has_the_font(views: BodyViews):
    views.set_code_font(code_font(19))
    assert views.area.font().pointSizeF() == 19
    assert views.tree.font().pointSizeF() == 19
    views.set_code_font(code_font(9))
    assert views.tree.font().pointSizeF() == 9
    assert views.text.font().pointSizeF() == 9


def test_many_lines_are_not_made_into_a_document(views: BodyViews):
    text = BodyText(["1"] * 99, None, "", long=True)
    views._show_text(text)
    assert views.text.blockCount() == 1
    assert len(views.area.lines) == 99
    views.colour(text, [[(0, 1, "number")]])
    assert views.area._spans
