"""Marks a text for the translators, where a table holds it and another place translates it."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself. By this name pyside6-lupdate finds it."""
    return text
