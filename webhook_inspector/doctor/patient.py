"""The request under examination, and the few questions about it that many explanations ask first."""

from dataclasses import dataclass, replace
from functools import cached_property

from webhook_inspector.core.endpoint import Setting
from webhook_inspector.core.headers import Field, Fields
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step, Verdict
from webhook_inspector.doctor.around import Around
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Key, Request

_PROBE_URL = "https://probe.invalid/probe"
_TELLING = 8
"""Characters that a text must have to be looked for as a signature."""


@dataclass(frozen=True)
class Patient:
    """Its answers are kept, so it has no slots."""

    case: Case
    verdict: Verdict
    around: Around

    @property
    def request(self) -> Request:
        return self.case.request

    def with_body(self, body: bytes) -> Case:
        return replace(self.case, request=replace(self.request, body=body))

    def with_fields(self, fields: Fields) -> Case:
        return replace(self.case, request=replace(self.request, fields=fields))

    def with_url(self, url: str) -> Case:
        return replace(self.case, request=replace(self.request, url=url))

    def with_method(self, method: str) -> Case:
        return replace(self.case, request=replace(self.request, method=method))

    def with_setting(self, name: str, value: Setting) -> Case:
        return replace(self.case, settings={**self.case.settings, name: value})

    def without_setting(self, name: str) -> Case:
        return replace(self.case, settings={key: value for key, value in self.case.settings.items() if key != name})

    def with_key(self, key: Key) -> Case:
        return replace(self.case, keys=(key,))

    def with_value(self, key: Key, value: str) -> Case:
        """With another text in place of the key's, read as it would be if it were configured."""
        row = SCHEMES.get(self.case.scheme)
        return self.with_key(key_of(value, row.key_kinds if row else (key.kind,), label=key.label, key_id=key.id))

    @cached_property
    def fault(self) -> Step | None:
        """The step at which verification failed: the last that does not hold."""
        return next((step for step in reversed(self.verdict.steps) if not step.holds), None)

    @cached_property
    def body_counts(self) -> bool:
        """Whether the verdict looks at the bytes of the body; a blank at its end would not matter to one that is parsed."""
        return self.with_body(self.request.body + b" ").verdict() != self.verdict

    @cached_property
    def url_counts(self) -> bool:
        return self.with_url(_PROBE_URL).verdict() != self.verdict

    @cached_property
    def signed_url_counts(self) -> bool:
        """Whether the setting of that name decides which address is verified."""
        return self.with_setting("signed_url", _PROBE_URL).verdict() != self.verdict

    @cached_property
    def signature_texts(self) -> tuple[str, ...]:
        """The signatures as they stand in the request, for all that verification has told of them."""
        told = [step.found for step in self.verdict.steps if step.name in {"digest", "format"} and step.found]
        texts = [text for found in told for text in (found, *found.split(", ")) if len(text) >= _TELLING]
        return tuple(dict.fromkeys(texts))

    @cached_property
    def signature_fields(self) -> tuple[tuple[int, Field], ...]:
        """The header fields that hold a signature, each with its place."""
        return tuple(
            (place, field)
            for place, field in enumerate(self.request.fields)
            if any(text in show(field[1]) for text in self.signature_texts)
        )

    def with_field_at(self, place: int, value: bytes) -> Case:
        fields = self.request.fields
        return self.with_fields((*fields[:place], (fields[place][0], value), *fields[place + 1 :]))

    def keys_for(self, scheme: str) -> tuple[Key, ...]:
        """The endpoint's own secrets as keys of another scheme; where none counted yet, all that it has."""
        kinds = SCHEMES[scheme].key_kinds
        if self.case.keys:
            return tuple(key_of(key.value, kinds, label=key.label, key_id=key.id) for key in self.case.keys)
        own = (one for one in self.around.secrets if one.endpoint == self.case.endpoint)
        return tuple(key_of(one.value, kinds, label=one.label, key_id=one.key_id) for one in own)


def name_of(key: Key, place: int) -> str:
    """As people know it: its label, or its place, from 0."""
    return key.label or f"key {place + 1}"
