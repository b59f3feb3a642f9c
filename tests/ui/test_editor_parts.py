from tests.ui.shelf import Bench, Shelf
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fault import Fault, Where
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.ui.editor_pairs import pairs_of
from webhook_inspector.ui.editor_parts import DraftTabs

DRAFT = Draft(
    "POST", "http://localhost:1/?a=1", (DraftField(b"X-A", b"1"), DraftField(b"X-B", b"2", sent=False)), b"{}"
)


class Desk:
    def __init__(self, qtbot):
        self.bench = Bench(Shelf())
        self.tabs = DraftTabs(self.bench.tools)
        qtbot.addWidget(self.tabs)
        self.tabs.headers.show_fields(DRAFT.fields)
        self.tabs.query.show_pairs(pairs_of("a=1"))
        self.tabs.show()

    async def __aenter__(self):
        return self.tabs

    async def __aexit__(self, *error):
        self.tabs.body.stop()
        await self.bench.close()


def titles(tabs):
    return [tabs.tabText(place) for place in range(tabs.count())]


async def test_titles_count_what_is_sent_and_mark_faults(aloop, qtbot):
    async with Desk(qtbot) as tabs:
        tabs.show_prepared(prepare(DRAFT))
        assert titles(tabs) == ["Headers 3", "Query 1", "Body", "Signature", "Options"]
        faulty = (
            Fault(Where.HEADER_VALUE, Problem.of("draft-header-value", name="X-A"), 0),
            Fault(Where.BODY, Problem.of("variable-unknown", name="x")),
            Fault(Where.SIGNING, Problem.of("break-no-body")),
        )
        found = prepare(DRAFT)
        tabs.show_prepared(type(found)(None, found.lines, faulty))
        assert titles(tabs) == ["Headers 3 ✗", "Query 1", "Body ✗", "Signature ✗", "Options"]
        assert tabs.headers.model.index(0, 2).data().startswith("✗")
        assert "x" in tabs.body.words.text
        assert tabs.signing.fault.text == "There is no body that could be changed."
        for fault, widget in zip(faulty, (tabs.headers, tabs.body, tabs.signing), strict=True):
            tabs.go_to(fault)
            assert tabs.currentWidget() is widget
        tabs.go_to(Fault(Where.URL, Problem.of("draft-url-blank")))
        assert tabs.currentWidget() is tabs.signing


async def test_an_edit_anywhere_is_told(aloop, qtbot):
    async with Desk(qtbot) as tabs:
        for act in (
            lambda: tabs.headers.model.remove(0),
            lambda: tabs.body.edit.setPlainText("x"),
            lambda: tabs.signing.how.setCurrentIndex(2),
            lambda: tabs.options.raw.setChecked(True),
        ):
            with qtbot.waitSignal(tabs.edited):
                act()
