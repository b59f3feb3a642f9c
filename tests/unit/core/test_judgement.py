from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.meaning import NO_MEANING


def test_what_is_not_judged_has_no_status() -> None:
    assert Judgement() == NOT_JUDGED
    assert (NOT_JUDGED.status, NOT_JUDGED.meaning) == (None, NO_MEANING)
