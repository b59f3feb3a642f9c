"""The widgets that show a body, one for each way to look at it, made when they are first needed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.jsontree import JsonTree
from webhook_inspector.ui.body_content import BodyContent, Fields
from webhook_inspector.ui.body_painting import BodyPainting
from webhook_inspector.ui.body_text import BodyText
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.find_bar import Searched
from webhook_inspector.ui.form_table import FormTable
from webhook_inspector.ui.json_tree_view import JsonTreeView
from webhook_inspector.ui.line_area import LineArea
from webhook_inspector.ui.parts_view import PartsView
from webhook_inspector.ui.picture import Picture
from webhook_inspector.ui.picture_view import PictureView
from webhook_inspector.ui.text_formats import Span

translate = QCoreApplication.translate


class BodyViews:
    """`menu` is called with a widget and a point of it where its context menu is wanted; `painting` watches them all."""

    def __init__(
        self,
        text: BodyView,
        menu: Callable[[QWidget, QPoint], None],
        save_part: Callable[[], None],
        painting: BodyPainting,
    ) -> None:
        self.text = text
        self._menu = menu
        self._save_part = save_part
        self._painting = painting
        self._font = text.font()
        self._area: LineArea | None = None
        self._tree: JsonTreeView | None = None
        self._form: FormTable | None = None
        self._parts: PartsView | None = None
        self._picture: PictureView | None = None
        self._dress(text)

    @property
    def area(self) -> LineArea:
        if self._area is None:
            self._area = LineArea()
            self._area.setAccessibleName(translate("Body", "Body"))
            self._dress(self._area)
        return self._area

    @property
    def tree(self) -> JsonTreeView:
        if self._tree is None:
            self._tree = JsonTreeView()
            self._dress(self._tree)
        return self._tree

    @property
    def form(self) -> FormTable:
        if self._form is None:
            self._form = FormTable()
            self._dress(self._form)
        return self._form

    @property
    def parts(self) -> PartsView:
        if self._parts is None:
            self._parts = PartsView()
            self._parts.save_wanted.connect(self._save_part)
            self._dress(self._parts.text)
        return self._parts

    @property
    def picture(self) -> PictureView:
        if self._picture is None:
            self._picture = PictureView()
        return self._picture

    def show(self, content: BodyContent) -> tuple[QWidget, Searched | None]:
        """Fills the widget for this content, and returns it with what is searched in it."""
        shown = content.shown
        if isinstance(shown, BodyText):
            return self._show_text(shown)
        if isinstance(shown, HexLines):
            self.area.show_lines(shown, numbered=False)
            return self.area, self.area
        if isinstance(shown, JsonTree):
            self.tree.show_tree(shown)
            return self.tree, self.tree
        if isinstance(shown, Picture):
            self.picture.show_picture(shown)
            return self.picture, None
        if isinstance(shown, Fields):
            self.form.show_fields(shown.fields)
            return self.form, self.form
        self.parts.show_parts(shown.parts)
        return self.parts, self.parts.text

    def colour(self, text: BodyText, spans: list[list[Span]]) -> None:
        """Colours for the text that was shown last."""
        (self.area if text.long else self.text).colour(spans)

    def set_code_font(self, font: QFont) -> None:
        self._font = font
        for view in (self.text, self._area, self._tree, self._form, self._parts):
            if view is not None:
                view.set_code_font(font)

    def _show_text(self, text: BodyText) -> tuple[QWidget, Searched]:
        if text.long:
            self.area.show_lines(
                text.lines, text.spans or (), language=text.language if text.language == "json" else ""
            )
            self.text.show_lines([])
            return self.area, self.area
        self.text.show_lines(text.lines, text.spans or ())
        self.text.draw_rules(text.rules)
        return self.text, self.text

    def _dress(self, view: QAbstractScrollArea) -> None:
        self._painting.watch(view)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda point: self._menu(view, point))
        self.set_code_font(self._font)
