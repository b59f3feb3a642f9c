"""What the context menus of the pane Body do."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.jsonpath import Steps, name_of, parse_path
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.prettypath import steps_of_line, value_of_line
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_content import BodyContent
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.form_table import FormTable
from webhook_inspector.ui.json_tree_view import JsonTreeView
from webhook_inspector.ui.line_area import LineArea
from webhook_inspector.ui.path_menu import Way, add_copy, add_folding, add_going, add_paths, ask_steps
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class BodyMenu:
    """`go` opens the tree at a place; `fail` gets the sentence of what went wrong."""

    def __init__(self, tools: Tools, go: Callable[[Steps], None], fail: Callable[[str], None]) -> None:
        self._tools = tools
        self._go = go
        self._fail = fail
        self._copying = Latest(tools.tasks, "copy a path")

    def made(self, view: QWidget, point: QPoint, content: BodyContent) -> QMenu:
        """The menu of a view at a point."""
        menu = QMenu(view)
        if isinstance(view, JsonTreeView):
            self._for_tree(menu, view)
        elif isinstance(view, FormTable):
            add_copy(menu, lambda: self._copy(view.value_text()))
        elif isinstance(view, BodyView | LineArea):
            add_copy(menu, lambda: self._copy(view.selected_text()))
            if content.view is View.PRETTY and content.kind.name is KindName.JSON:
                menu.addSeparator()
                self._for_line(menu, view, view.line_at(point))
        if content.kind.name is KindName.JSON and View.TREE in content.views:
            menu.addSeparator()
            add_going(menu, partial(self.ask, view))
        return menu

    def ask(self, parent: QWidget) -> None:
        """Asks where to go, and goes there."""
        ask_steps(parent, self.go_to)

    def go_to(self, path: str) -> None:
        steps = parse_path(path)
        if steps is None:
            self._fail(problem_text(Problem.of("body-path-unread", path=path)))
        else:
            self._go(steps)

    def _for_tree(self, menu: QMenu, tree: JsonTreeView) -> None:
        add_paths(menu, lambda: self._copy(tree.value_text()), lambda way: self._copy(way.write(tree.steps())))
        menu.addSeparator()
        add_folding(menu, tree.open_below, tree.collapseAll)

    def _for_line(self, menu: QMenu, view: BodyView | LineArea, line: int) -> None:
        lines = view.lines

        def copy_value() -> None:
            literal = value_of_line(lines[line])
            self._copy(name_of(literal) if literal.startswith('"') else literal)

        def copy_path(way: Way) -> None:
            self._copying.start(self._copy_path(lines, line, way))

        if lines:
            add_paths(menu, copy_value, copy_path)

    async def _copy_path(self, lines: Sequence[str], line: int, way: Way) -> None:
        steps = await self._tools.workshop.do(partial(steps_of_line, lines, line))
        if steps is not None:
            self._copy(way.write(steps))

    def _copy(self, text: str) -> None:
        if text:
            QApplication.clipboard().setText(text)
            self._tools.tell(translate("Body", "Copied."))
