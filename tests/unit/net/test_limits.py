from webhook_inspector.net.limits import Limits
from webhook_inspector.settings import SETTINGS


def test_a_body_that_keeps_the_pace_may_take_its_time() -> None:
    limits = Limits(body_timeout=15, body_rate=500)
    assert limits.body_deadline(0) == 15
    assert limits.body_deadline(50_000) == 115


def test_defaults_are_those_of_the_settings() -> None:
    defaults = {row.name: row.default for row in SETTINGS}
    limits = Limits()
    assert limits.body == defaults["listener.body_limit"]
    assert limits.headers == defaults["listener.header_limit"]
    assert limits.head_timeout == defaults["listener.head_timeout"]
    assert limits.connections == defaults["listener.connections"]
