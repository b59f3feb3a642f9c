import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from webhook_inspector.ui import language
from webhook_inspector.ui.language import install_language


@pytest.fixture
def locale(qapp):
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def installed(monkeypatch):
    names = []
    monkeypatch.setattr(language, "_install", lambda app, folder, name: names.append(name))
    return names


def test_english_needs_no_file(qapp, locale, installed):
    assert install_language(qapp, "en") == "en"
    assert installed == []
    assert QLocale().language() == QLocale.Language.English


def test_a_chosen_language_comes_with_qt_s_own_words_and_its_figures(qapp, locale, installed):
    assert install_language(qapp, "pt_BR") == "pt_BR"
    assert installed == ["pt_BR", "qtbase_pt_BR"]
    assert QLocale().toString(1234) == "1.234"


@pytest.mark.parametrize(
    ("wanted", "language_"),
    [
        (["pt-PT", "en-US"], "pt_BR"),
        (["pt_BR"], "pt_BR"),
        (["de-DE", "pt"], "pt_BR"),
        (["en-GB", "pt-BR"], "en"),
        (["ja-JP"], "en"),
        ([], "en"),
    ],
)
def test_the_system_s_list_of_languages(qapp, locale, installed, monkeypatch, wanted, language_):
    class System:
        def uiLanguages(self):
            return wanted

    monkeypatch.setattr(language.QLocale, "system", staticmethod(System))
    assert install_language(qapp, "system") == language_


def test_a_missing_file_is_no_fault(qapp, tmp_path):
    language._install(QCoreApplication.instance(), str(tmp_path), "nothing")


def test_the_window_speaks_portuguese(qapp, locale):
    install_language(qapp, "pt_BR")
    try:
        assert QCoreApplication.translate("ListenerBar", "Stop listening") not in ("", "Stop listening")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
