from tests.ui.judged import Rulebook
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.ui.judging import Judging


def asked(judging: Judging) -> object:
    """What the pane may ask of anybody who judges."""
    judging.apply("/stripe", Remedy(Action.USE_SECRET, label="prod"))
    judging.edit_endpoint("/stripe")
    judging.allow_fetching()
    return judging.rules, judging.fetch_allowed


def test_a_rulebook_notes_all_that_is_asked(qapp):
    book = Rulebook()
    assert asked(book) == (NO_RULES, False)
    assert book.asked == [("/stripe", Remedy(Action.USE_SECRET, label="prod")), "/stripe", "fetch"]
