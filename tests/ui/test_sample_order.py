from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.ui.sample_order import Order, Source


def test_a_pasted_secret_is_not_in_its_repr():
    order = Order(SAMPLES[0], "http://x", Source.PASTED, "whsec_abc")
    assert "whsec_abc" not in repr(order)
    assert order == Order(SAMPLES[0], "http://x", Source("pasted"), "whsec_abc")
