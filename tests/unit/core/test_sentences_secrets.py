from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.sentences_secrets import SECRETS_SENTENCES


def test_they_are_what_people_read() -> None:
    assert "vault-secret-gone" in SECRETS_SENTENCES
    assert all(sentence(Problem(code)) == text for code, text in SECRETS_SENTENCES.items())
