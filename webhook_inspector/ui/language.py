"""The window's language: that of the system, or the one asked for; English where we have no other."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from webhook_inspector.paths import resource_path

TRANSLATED = ("pt_BR",)
"""Languages that we have, besides English, by the names of their files."""


def install_language(app: QCoreApplication, choice: str) -> str:
    """`choice` is `system` or a language. Returns the language that the window has then."""
    name = choice if choice != "system" else _of_system()
    if choice != "system":
        QLocale.setDefault(QLocale(name))
    for code in TRANSLATED:
        if code == name:
            _install(app, str(resource_path("translations")), code)
            _install(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}")
    return name


def _of_system() -> str:
    """The first language of the user's list that we have: `pt` in any country is served by `pt_BR`."""
    known = {code.partition("_")[0]: code for code in TRANSLATED}
    known["en"] = "en"
    wanted = (tag.replace("_", "-").partition("-")[0] for tag in QLocale.system().uiLanguages())
    return next((known[tag] for tag in wanted if tag in known), "en")


def _install(app: QCoreApplication, folder: str, name: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
