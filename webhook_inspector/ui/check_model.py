"""The grid of a handler check for Qt: a row for each variant, filled as the answers come."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QGuiApplication

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.checking import Finding, Report, Variant
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_words import OUTCOMES, answered, expected, title, told, verdict, what_is_sent
from webhook_inspector.ui.theme import theme_of

translate = QCoreApplication.translate

COLUMNS = (
    QT_TRANSLATE_NOOP("Check", "Verdict"),
    QT_TRANSLATE_NOOP("Check", "Request"),
    QT_TRANSLATE_NOOP("Check", "Sent"),
    QT_TRANSLATE_NOOP("Check", "Expected"),
    QT_TRANSLATE_NOOP("Check", "Answered"),
    QT_TRANSLATE_NOOP("Check", "What that means"),
)
VERDICT, TOLD = 0, 5
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class CheckModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._variants: tuple[Variant, ...] = ()
        self._tried: dict[Variant, Tried] = {}
        self._findings: dict[Variant, Finding] = {}

    def begin(self, variants: Sequence[Variant]) -> None:
        """Rows without answers, in the order in which people read them."""
        self.beginResetModel()
        self._variants = tuple(one for one in Variant if one in variants)
        self._tried, self._findings = {}, {}
        self.endResetModel()

    def add(self, tried: Tried) -> None:
        self._tried[tried.variant] = tried
        self._changed()

    def show_report(self, report: Report) -> None:
        self._findings = {one.variant: one for one in report.findings}
        self._changed()

    def tried_at(self, row: int) -> Tried | None:
        return self._tried.get(self._variants[row]) if 0 <= row < len(self._variants) else None

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._variants)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return translate("Check", COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        variant = self._variants[index.row()]
        finding = self._findings.get(variant)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._texts(variant, finding)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == VERDICT and finding is not None:
            return QColor(getattr(theme_of(QGuiApplication.palette()), OUTCOMES[finding.outcome][1]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _texts(self, variant: Variant, finding: Finding | None) -> tuple[str, ...]:
        tried = self._tried.get(variant)
        waiting = translate("Check", "… waiting") if tried is None else translate("Check", "… answered")
        return (
            waiting if finding is None else verdict(finding),
            title(variant),
            what_is_sent(variant),
            expected(variant),
            answered(tried),
            "" if finding is None else told(finding, tried),
        )

    def _changed(self) -> None:
        if self._variants:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))
