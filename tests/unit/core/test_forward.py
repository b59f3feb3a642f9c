from webhook_inspector.core.forward import ForwardRule, Mode


def test_a_rule_waits_for_nobody_unless_it_is_told_to():
    rule = ForwardRule("local", ("http://localhost:3000",))
    assert (rule.mode, rule.endpoint, rule.in_order, rule.private) == (Mode.QUEUE, "/", False, False)
