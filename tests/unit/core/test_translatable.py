from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP


def test_a_mark_leaves_the_text_as_it_is() -> None:
    assert QT_TRANSLATE_NOOP("Context", "{count} captures") == "{count} captures"
