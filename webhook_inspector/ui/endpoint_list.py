"""The list of endpoints: path, scheme and how many secrets each has."""

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.rules import Rules
from webhook_inspector.core.text import visible
from webhook_inspector.ui.endpoint_form import scheme_title
from webhook_inspector.ui.named_list import Entry, ListSide, NamedList
from webhook_inspector.ui.texts import cut, number

translate = QCoreApplication.translate


def endpoint_entries(rules: Rules) -> list[Entry]:
    return [Entry(path, _text(rules, path)) for path in sorted(rules.paths())]


def endpoint_side() -> ListSide:
    name = translate("Endpoints", "Endpoints")
    new = translate("Endpoints", "New endpoint") + "\n" + translate("Endpoints", "not saved yet")
    return ListSide(
        NamedList(name, new),
        add=translate("Endpoints", "&Add"),
        remove=translate("Endpoints", "&Remove…"),
        title=translate("Endpoints", "E&ndpoints"),
    )


def _text(rules: Rules, path: str) -> str:
    count = len(rules.secrets_of(path))
    words = translate("Endpoints", "secrets: {count}") if count else translate("Endpoints", "no secret")
    return f"{cut(visible(path))}\n{scheme_title(rules.endpoint_of(path).scheme)} · {words.format(count=number(count))}"
