from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_search import SEARCH_PHRASES, SEARCH_SENTENCES


def test_they_are_among_the_sentences() -> None:
    blocks = {**SEARCH_SENTENCES, **SEARCH_PHRASES}
    assert len(blocks) == len(SEARCH_SENTENCES) + len(SEARCH_PHRASES)
    assert all(sentence(Problem.of(code)) == text for code, text in blocks.items())


def test_phrases_fill_gaps() -> None:
    """So none of them ends a sentence."""
    assert [text for text in SEARCH_PHRASES.values() if text.endswith(".")] == []
