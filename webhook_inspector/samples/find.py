"""Finds a sample by provider and event, and says what could have been meant where there is none."""

from difflib import get_close_matches

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.samples.new_secret import has_key_pair
from webhook_inspector.samples.sample import Sample
from webhook_inspector.samples.table import SAMPLES

_NEAR, _SHOWN = 3, 8


def of_provider(provider: str) -> tuple[Sample, ...]:
    """In the order of the table. Raises KnownError `sample-no-provider` or, with the nearest names, `sample-provider-near`."""
    found = tuple(sample for sample in SAMPLES if sample.provider == provider)
    if found:
        return found
    known = list(dict.fromkeys(sample.provider for sample in SAMPLES))
    near = get_close_matches(provider.lower().replace(" ", "").replace("-", ""), known, _NEAR)
    if near:
        raise KnownError(Problem.of("sample-provider-near", provider=provider, near=", ".join(near)))
    raise KnownError(Problem.of("sample-no-provider", provider=provider, known=", ".join(known)))


def find(provider: str, event: str) -> Sample:
    """The case of the event does not matter. Raises KnownError as `of_provider` does, or `sample-no-event`."""
    samples = of_provider(provider)
    found = next((sample for sample in samples if sample.event.lower() == event.lower()), None)
    if found is not None:
        return found
    events = {sample.event.lower(): sample.event for sample in samples}
    near = [events[one] for one in get_close_matches(event.lower(), events, _NEAR)] or list(events.values())[:_SHOWN]
    raise KnownError(Problem.of("sample-no-event", provider=provider, event=event, near=", ".join(near)))


def note(sample: Sample) -> Problem | None:
    """What people should know of how the sample is signed; None where there is nothing to know."""
    if not sample.scheme:
        return Problem.of("sample-signs-nothing", provider=sample.provider)
    if has_key_pair(sample.scheme):
        return Problem.of("sample-own-key", provider=sample.provider)
    return None
