"""The header fields of one exchange in the groups that the pane Headers shows: pure, apart from the words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.capture import Record
from webhook_inspector.core.headers import Field, Fields, parse_fields
from webhook_inspector.core.text import show
from webhook_inspector.ui.texts import number

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    fields: Fields


def groups(record: Record) -> list[Group]:
    """Request, trailers and our reply; a group without fields is left out, except the first."""
    request = record.capture.parsed().fields
    trailers = parse_fields(record.capture.trailers)
    reply = parse_fields(record.reply.partition(b"\r\n\r\n")[0].partition(b"\r\n")[2])
    found = [Group(_title(translate("Headers", "The request"), request), request)]
    if trailers:
        found.append(Group(_title(translate("Headers", "Trailers"), trailers), trailers))
    if reply:
        found.append(Group(_title(translate("Headers", "We answered"), reply), reply))
    return found


def line(field: Field) -> str:
    """As in a request: `Name: value`."""
    return f"{show(field[0])}: {show(field[1])}"


def _title(words: str, fields: Fields) -> str:
    return f"{words} ({number(len(fields))})"
