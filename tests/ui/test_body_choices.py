from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.ui.body_choices import ViewChoices


def test_what_was_chosen_is_recalled():
    choices = ViewChoices()
    before = choices.views
    choices.choose(KindName.JSON, View.TREE)
    choices.choose(KindName.JSON, View.RAW)
    choices.choose(KindName.FORM, View.FORM)
    assert before == {}
    assert choices.texts() == ["json=raw", "form=form"]
    again = ViewChoices()
    again.recall(choices.texts())
    assert again.views == {KindName.JSON: View.RAW, KindName.FORM: View.FORM}


@given(st.lists(st.text() | st.sampled_from(["json=", "=tree", "json=film", "film=tree", "json=tree=tree"])))
def test_junk_is_nothing(texts):
    choices = ViewChoices()
    choices.recall(texts)
    assert choices.views == {}
