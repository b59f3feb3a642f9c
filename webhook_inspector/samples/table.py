"""All sample events, by provider and event."""

from webhook_inspector.samples.money import MONEY
from webhook_inspector.samples.sample import Sample
from webhook_inspector.samples.work import WORK

SAMPLES: tuple[Sample, ...] = tuple(sorted((*MONEY, *WORK), key=lambda sample: (sample.provider, sample.event)))
