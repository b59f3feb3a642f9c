"""Every action of the window in one table: menus, shortcuts, the context menu and the README's list of keys are made of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.time_format import TIME_FORMATS


@dataclass(frozen=True, slots=True)
class Spec:
    key: str
    menu: str
    """A key of MENUS or SUBMENUS."""
    text: str
    shortcuts: tuple[str, ...]
    method: str
    """Of one of the objects given to `connect_actions`."""
    argument: int | None = None
    """Given to the method, where it takes one."""
    in_context: bool = False
    """Whether a right click on the table offers it."""
    checkable: bool = False
    """Then the method takes whether it is checked, or, of a group, is called for the one that is chosen."""
    group: str = ""
    """Of its actions just one is checked, at first the first."""


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Action", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Action", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Action", "&View")),
    ("capture", QT_TRANSLATE_NOOP("Action", "&Capture")),
    ("request", QT_TRANSLATE_NOOP("Action", "&Request")),
)

SUBMENUS: tuple[tuple[str, str, str], ...] = (("time", "view", QT_TRANSLATE_NOOP("Action", "Ti&me")),)
"""Key, the menu that it ends, title."""

_TABS = (
    QT_TRANSLATE_NOOP("Action", "Show &overview"),
    QT_TRANSLATE_NOOP("Action", "Show &headers"),
    QT_TRANSLATE_NOOP("Action", "Show bod&y"),
    QT_TRANSLATE_NOOP("Action", "Show signa&ture"),
    QT_TRANSLATE_NOOP("Action", "Show deli&veries"),
    QT_TRANSLATE_NOOP("Action", "Show &raw"),
)

ACTIONS: tuple[Spec, ...] = (
    Spec(
        "export-selected",
        "file",
        QT_TRANSLATE_NOOP("Action", "&Export selected…"),
        ("Ctrl+S",),
        "export_selected",
        in_context=True,
    ),
    Spec("export-shown", "file", QT_TRANSLATE_NOOP("Action", "Export all &shown…"), ("Ctrl+Shift+S",), "export_shown"),
    Spec("quit", "file", QT_TRANSLATE_NOOP("Action", "&Quit"), ("Ctrl+Q",), "close"),
    Spec("copy-url", "edit", QT_TRANSLATE_NOOP("Action", "&Copy address"), ("Ctrl+C",), "copy_urls", in_context=True),
    Spec(
        "copy-curl",
        "edit",
        QT_TRANSLATE_NOOP("Action", "Copy as c&URL"),
        ("Ctrl+Shift+C",),
        "copy_curl",
        in_context=True,
    ),
    Spec(
        "compare-previous",
        "edit",
        QT_TRANSLATE_NOOP("Action", "Compare with the previous of its &kind"),
        ("Ctrl+Shift+D",),
        "compare_previous",
        in_context=True,
    ),
    Spec(
        "compare-tries",
        "edit",
        QT_TRANSLATE_NOOP("Action", "Compare with anothe&r try"),
        (),
        "compare_tries",
        in_context=True,
    ),
    Spec(
        "compare-selected",
        "edit",
        QT_TRANSLATE_NOOP("Action", "Compare the t&wo selected"),
        (),
        "compare_selected",
        in_context=True,
    ),
    Spec("select-all", "edit", QT_TRANSLATE_NOOP("Action", "Select &all captures"), ("Ctrl+A",), "select_all"),
    Spec("pin", "edit", QT_TRANSLATE_NOOP("Action", "&Pin or unpin"), ("Ctrl+M",), "toggle_pin", in_context=True),
    Spec("note", "edit", QT_TRANSLATE_NOOP("Action", "&Note…"), ("Ctrl+Shift+M",), "edit_note", in_context=True),
    Spec(
        "tags",
        "edit",
        QT_TRANSLATE_NOOP("Action", "Ta&gs and colour…"),
        ("Ctrl+Shift+T",),
        "edit_tags",
        in_context=True,
    ),
    Spec("delete", "edit", QT_TRANSLATE_NOOP("Action", "&Delete"), ("Del",), "delete_selected", in_context=True),
    Spec("clear", "edit", QT_TRANSLATE_NOOP("Action", "Clear all captur&es"), ("Ctrl+Shift+Del",), "clear_all"),
    Spec("undo", "edit", QT_TRANSLATE_NOOP("Action", "Und&o the deletion"), ("Ctrl+Z",), "undo_delete"),
    Spec("find", "edit", QT_TRANSLATE_NOOP("Action", "&Find"), ("Ctrl+F",), "find_text"),
    Spec("search", "edit", QT_TRANSLATE_NOOP("Action", "&Search captures"), ("Ctrl+Shift+F",), "focus_search"),
    Spec("save-filter", "edit", QT_TRANSLATE_NOOP("Action", "Sa&ve filter…"), (), "save_filter"),
    Spec("clear-search", "edit", QT_TRANSLATE_NOOP("Action", "C&lear the search"), ("Esc",), "clear_search"),
    Spec("follow", "view", QT_TRANSLATE_NOOP("Action", "&Follow"), (), "set_following", checkable=True),
    Spec("sidebar", "view", QT_TRANSLATE_NOOP("Action", "Sideb&ar"), ("Ctrl+B",), "show_sidebar", checkable=True),
    Spec(
        "timeline", "view", QT_TRANSLATE_NOOP("Action", "Tim&eline"), ("Ctrl+Shift+L",), "show_timeline", checkable=True
    ),
    Spec("layout", "view", QT_TRANSLATE_NOOP("Action", "Turn details &beside or below"), ("Ctrl+\\",), "turn_layout"),
    Spec("focus-table", "view", QT_TRANSLATE_NOOP("Action", "Go to the &list"), ("Ctrl+[",), "focus_table"),
    Spec("focus-detail", "view", QT_TRANSLATE_NOOP("Action", "Go to the &details"), ("Ctrl+]",), "focus_detail"),
    Spec("next-pane", "view", QT_TRANSLATE_NOOP("Action", "&Next pane"), ("F6",), "next_pane"),
    *(Spec(f"tab-{at}", "view", title, (f"Ctrl+{at}",), "show_tab", at - 1) for at, title in enumerate(_TABS, 1)),
    Spec(
        "tries",
        "view",
        QT_TRANSLATE_NOOP("Action", "Show or hide further tr&ies"),
        ("Ctrl+T",),
        "toggle_tries",
        in_context=True,
    ),
    *(
        Spec(f"time-{one.key}", "time", one.title, (), "show_time", place, checkable=True, group="time")
        for place, one in enumerate(TIME_FORMATS)
    ),
    Spec("zoom-in", "view", QT_TRANSLATE_NOOP("Action", "Lar&ger text"), ("Ctrl+=", "Ctrl++"), "zoom", 1),
    Spec("zoom-out", "view", QT_TRANSLATE_NOOP("Action", "&Smaller text"), ("Ctrl+-",), "zoom", -1),
    Spec("zoom-reset", "view", QT_TRANSLATE_NOOP("Action", "&Usual text size"), ("Ctrl+0",), "zoom", 0),
    Spec(
        "toggle-listening",
        "capture",
        QT_TRANSLATE_NOOP("Action", "Start or stop &listening"),
        ("Ctrl+E",),
        "toggle_listening",
    ),
    Spec("endpoints", "capture", QT_TRANSLATE_NOOP("Action", "&Endpoints and secrets…"), ("Ctrl+D",), "edit_endpoints"),
    Spec("copy-listener", "capture", QT_TRANSLATE_NOOP("Action", "&Copy listener URL"), (), "copy_listener_url"),
    Spec(
        "send-test", "capture", QT_TRANSLATE_NOOP("Action", "Send a &sample event…"), ("Ctrl+Shift+N",), "send_sample"
    ),
    Spec(
        "edit-resend",
        "request",
        QT_TRANSLATE_NOOP("Action", "Edit and re&send…"),
        ("Ctrl+R",),
        "edit_resend",
        in_context=True,
    ),
    Spec(
        "resend",
        "request",
        QT_TRANSLATE_NOOP("Action", "Resend unc&hanged"),
        ("Ctrl+Shift+R",),
        "resend_unchanged",
        in_context=True,
    ),
    Spec("new-request", "request", QT_TRANSLATE_NOOP("Action", "&New request…"), ("Ctrl+N",), "new_request"),
    Spec(
        "paste-request",
        "request",
        QT_TRANSLATE_NOOP("Action", "&Paste cURL command or HTTP text…"),
        ("Ctrl+Shift+V",),
        "paste_request",
    ),
    Spec(
        "check-handler",
        "request",
        QT_TRANSLATE_NOOP("Action", "Check the h&andler…"),
        ("Ctrl+Shift+K",),
        "check_handler",
        in_context=True,
    ),
    Spec(
        "retry-failed",
        "request",
        QT_TRANSLATE_NOOP("Action", "Retr&y failed deliveries"),
        ("Ctrl+Shift+Y",),
        "retry_failed",
        in_context=True,
    ),
    Spec("forwards", "request", QT_TRANSLATE_NOOP("Action", "&Forward rules…"), ("Ctrl+Shift+O",), "edit_forwards"),
    Spec(
        "pause-forwarding",
        "request",
        QT_TRANSLATE_NOOP("Action", "Pa&use forwarding"),
        (),
        "pause_forwarding",
        checkable=True,
    ),
    Spec(
        "repeat",
        "request",
        QT_TRANSLATE_NOOP("Action", "Repea&t…"),
        ("Ctrl+Shift+E",),
        "repeat",
        in_context=True,
    ),
)


def make_actions(window: QWidget) -> dict[str, QAction]:
    """An action for each row, not yet connected. Shortcuts work in the whole window."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        action = QAction(QCoreApplication.translate("Action", spec.text), window)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        if spec.group:
            action.setChecked(spec.group not in groups)
            groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
        if spec.key == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        made[spec.key] = action
    return made


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    menus = {key: bar.addMenu(QCoreApplication.translate("Action", title)) for key, title in MENUS}
    for key, parent, title in SUBMENUS:
        menus[key] = QMenu(QCoreApplication.translate("Action", title), menus[parent])
    for spec in ACTIONS:
        menus[spec.menu].addAction(actions[spec.key])
    for key, parent, _ in SUBMENUS:
        menus[parent].addMenu(menus[key])


def context_menu(parent: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    menu = QMenu(parent)
    menu.addActions([actions[spec.key] for spec in ACTIONS if spec.in_context])
    return menu


def connect_actions(actions: Mapping[str, QAction], *targets: object) -> None:
    """Each action to its method: of the first target that has it. Rows whose method none has stay as they are."""
    for spec in ACTIONS:
        target = next((one for one in targets if hasattr(one, spec.method)), None)
        if target is None:
            continue
        act = getattr(target, spec.method)
        if spec.checkable and not spec.group:
            actions[spec.key].toggled.connect(act)
        elif spec.argument is None:
            actions[spec.key].triggered.connect(_caller(act))
        else:
            actions[spec.key].triggered.connect(_caller(act, spec.argument))


def _caller(act: Callable[..., None], *given: int) -> Callable[[], None]:
    """Without the `checked` that Qt gives to a slot which takes one."""

    def call() -> None:
        act(*given)

    return call
