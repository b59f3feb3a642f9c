"""How the window names a secret without showing it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from webhook_inspector.core.secret import masked

translate = QCoreApplication.translate

_FORMS = (("-----BEGIN", "PEM"), ("{", "JSON"))


def hidden(value: str) -> str:
    """`…x4f2`; of a text of several lines its form and size: `PEM, 27 lines`."""
    lines = value.strip().count("\n") + 1
    if lines == 1:
        return masked(value)
    form = next((form for begin, form in _FORMS if value.lstrip().startswith(begin)), "")
    if form:
        return translate("Endpoints", "{form}, {count} lines").format(form=form, count=QLocale().toString(lines))
    return translate("Endpoints", "text, {count} lines").format(count=QLocale().toString(lines))


def end_of(expires: date | None, today: date) -> str:
    """The last day of a secret, and whether it has passed."""
    if expires is None:
        return translate("Endpoints", "never")
    day = QLocale().toString(QDate(expires.year, expires.month, expires.day), QLocale.FormatType.ShortFormat)
    return day if expires >= today else translate("Endpoints", "{day}, expired").format(day=day)


def free_label(taken: tuple[str, ...]) -> str:
    """The first number that is no label yet."""
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
