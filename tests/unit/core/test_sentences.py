import re
from pathlib import Path

import webhook_inspector
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import SENTENCES, sentence
from webhook_inspector.core.sentences_bodies import BODIES_SENTENCES
from webhook_inspector.core.sentences_capture import CAPTURE_SENTENCES
from webhook_inspector.core.sentences_compare import COMPARE_SENTENCES
from webhook_inspector.core.sentences_deliveries import DELIVERIES_SENTENCES
from webhook_inspector.core.sentences_doctor import DOCTOR_SENTENCES
from webhook_inspector.core.sentences_drafts import DRAFTS_SENTENCES
from webhook_inspector.core.sentences_forwarding import FORWARDING_SENTENCES
from webhook_inspector.core.sentences_history import HISTORY_SENTENCES
from webhook_inspector.core.sentences_marks import MARKS_SENTENCES
from webhook_inspector.core.sentences_samples import SAMPLES_SENTENCES
from webhook_inspector.core.sentences_search import SEARCH_PHRASES, SEARCH_SENTENCES
from webhook_inspector.core.sentences_secrets import SECRETS_SENTENCES
from webhook_inspector.core.sentences_sending import SENDING_SENTENCES

PACKAGE = Path(webhook_inspector.__file__).parent


def test_gaps_are_filled() -> None:
    assert sentence(Problem.of("port-taken", port=8787)) == "Port 8787 is taken by another program."


def test_a_particular_cannot_open_another_gap() -> None:
    assert sentence(Problem.of("file-format", path="{reason}", format="har", reason="x")).startswith("{reason}: ")


def test_a_code_of_another_version_still_gives_words() -> None:
    assert sentence(Problem.of("from-the-future", x=1)) == "from-the-future"


def test_every_sentence_ends_like_one() -> None:
    whole = (text for code, text in SENTENCES.items() if code not in SEARCH_PHRASES)
    assert [text for text in whole if text[-1] not in ".})"] == []


def test_no_code_has_two_sentences() -> None:
    blocks = (
        *(CAPTURE_SENTENCES, BODIES_SENTENCES, HISTORY_SENTENCES, SECRETS_SENTENCES, DOCTOR_SENTENCES),
        *(MARKS_SENTENCES, SEARCH_SENTENCES, SEARCH_PHRASES, COMPARE_SENTENCES, DRAFTS_SENTENCES),
        *(SAMPLES_SENTENCES, SENDING_SENTENCES, FORWARDING_SENTENCES, DELIVERIES_SENTENCES),
    )
    assert sum(map(len, blocks)) == len(SENTENCES)


def test_every_code_has_a_sentence_and_every_sentence_a_use() -> None:
    sources = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if not path.name.startswith("sentences")}
    used = {code for text in sources.values() for code in re.findall(r'Problem\.of\(\s*"([a-z0-9-]+)"', text)}
    used |= {code for text in sources.values() for code in re.findall(r'refuse\(\s*\d+,\s*"([a-z0-9-]+)"', text)}
    everything = "".join(sources.values())
    assert used - set(SENTENCES) == set()
    assert [code for code in SENTENCES if f'"{code}"' not in everything] == []
