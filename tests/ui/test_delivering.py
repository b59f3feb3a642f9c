from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.ui.delivering import Delivering


def test_other_rules_are_told_and_found_by_name():
    delivering = Delivering()
    heard = []
    delivering.changed.connect(heard.append)
    rule = ForwardRule("app", ("http://localhost:3000",))
    delivering.set_rules([rule], paused=True)
    assert heard == [()]
    assert (delivering.rule_of("app"), delivering.rule_of("other"), delivering.paused) == (rule, None, True)
