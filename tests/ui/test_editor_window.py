from PySide6.QtWidgets import QWidget

from tests.ui.editor_desk import EditorDesk
from webhook_inspector.core.draft import Draft
from webhook_inspector.ui.editor_pane import Opened
from webhook_inspector.ui.editor_window import EditorWindow


async def test_it_has_the_title_of_its_editor_and_gives_it_back(aloop, qtbot, folder):
    async with EditorDesk(qtbot, folder) as desk:
        pane = await desk.opened(Opened(Draft("GET", "http://localhost:1/"), "Draft"))
        parent = QWidget()
        qtbot.addWidget(parent)
        window = EditorWindow(pane, parent)
        window.show()
        assert window.windowTitle() == "Draft"
        assert pane.isVisible()
        assert not pane.line.detach.isVisible()
        pane.line.show_url("http://localhost:2/")
        assert window.windowTitle() == "Draft •"
        with qtbot.waitSignal(window.closed):
            window.close()
        assert window.give_back() is pane
        assert pane.parent() is None
        pane.line.show_url("http://localhost:1/")
        assert window.windowTitle() == "Draft •"
