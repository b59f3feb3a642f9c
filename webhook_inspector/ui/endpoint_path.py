"""The path of an endpoint as it is typed or pasted, and what is wrong with it."""

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.endpoint import normal_path

translate = QCoreApplication.translate


def typed_path(text: str, base_url: str) -> str:
    """As the endpoint gets it: of a whole address, ours or one of a tunnel, only the path."""
    bare = text.strip()
    if base_url and bare.startswith(base_url):
        bare = bare.removeprefix(base_url)
    elif "://" in bare:
        bare = bare.partition("://")[2].partition("/")[2]
    return normal_path(bare)


def path_fault(text: str, base_url: str, others: tuple[str, ...]) -> str:
    """The sentence for people; empty where the path can be used."""
    if not text.strip():
        return translate("Endpoints", "Give a path, such as /stripe. A single / takes what no other endpoint does.")
    path = typed_path(text, base_url)
    if any(character.isspace() or not character.isprintable() for character in path):
        return translate("Endpoints", "A path holds no blanks. Write them as %20 if the provider really sends some.")
    if path in others:
        return translate("Endpoints", "There is an endpoint {path} already.").format(path=path)
    return ""
