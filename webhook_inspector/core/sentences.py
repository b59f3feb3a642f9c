"""Every problem in one sentence that says what is wrong and what to do. The window translates the same table."""

import re

from webhook_inspector.core.problem import Problem
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

CONTEXT = "Problem"
_GAP = re.compile(r"\{(\w+)\}")

SENTENCES: dict[str, str] = {
    **CAPTURE_SENTENCES,
    **BODIES_SENTENCES,
    **HISTORY_SENTENCES,
    **SECRETS_SENTENCES,
    **DOCTOR_SENTENCES,
    **MARKS_SENTENCES,
    **SEARCH_SENTENCES,
    **SEARCH_PHRASES,
    **COMPARE_SENTENCES,
    **FORWARDING_SENTENCES,
    **DELIVERIES_SENTENCES,
    **SAMPLES_SENTENCES,
    **SENDING_SENTENCES,
    **DRAFTS_SENTENCES,
}


def sentence(problem: Problem) -> str:
    """The problem in English. A code of another version, or a gap without particular, still gives words."""
    return fill(SENTENCES.get(problem.code, problem.code), problem)


def fill(text: str, problem: Problem) -> str:
    """`text` (a sentence in any language) with the particulars of `problem` in its gaps."""
    particulars = dict(problem.particulars)
    return _GAP.sub(lambda gap: str(particulars.get(gap[1], gap[0])), text)
