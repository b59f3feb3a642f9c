"""Sends sample events through the engine: the secret found or made, the request made, and what came of it in one line."""

import time
from dataclasses import dataclass
from functools import partial
from random import SystemRandom

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.tasks import aside
from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.drafts.signing_keys import key_to_sign
from webhook_inspector.engine import Engine
from webhook_inspector.judge import case_of
from webhook_inspector.net.sending import Options
from webhook_inspector.resend import Outcome
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.sample_event import (
    NewPlace,
    draft_of_sample,
    endpoint_at,
    new_place,
    path_for,
    signing_at,
    signing_with,
)
from webhook_inspector.samples.new_secret import has_key_pair
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui.editor_targets import FIRST
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.sample_order import Order, Source
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.verdict_words import headline

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Result:
    state: str
    """`ok`, `warning` or `error`."""
    text: str


class SampleSending:
    """`listener` is where our own listener can be reached. Private keys of key pairs it remembers while the window is open."""

    def __init__(self, engine: EngineThread, endpoints: EndpointControl) -> None:
        self._engine = engine
        self._endpoints = endpoints
        self._own: dict[tuple[str, str], Key] = {}
        self._random = SystemRandom()
        self.listener = ""

    def usual_url(self, order: Order) -> str:
        """At our listener; where that is not known, as another process has it, where handlers usually are."""
        return (self.listener or FIRST) + path_for(order.sample, self._endpoints.rules)

    def is_ours(self, url: str) -> bool:
        return bool(self.listener) and (url + "/").startswith(self.listener + "/")

    def sources(self, order: Order) -> list[tuple[Source, str]]:
        """What it can be signed with, best first, with titles."""
        if not order.sample.scheme:
            return [(Source.NONE, translate("Samples", "none: the provider signs nothing"))]
        path, found = self._path(order), []
        signing = self._kept(order, path)
        if signing.keys:
            label = visible(signing.keys[0].label)
            title = translate("Samples", "of {endpoint}: “{label}”").format(endpoint=path, label=label)
            found.append((Source.ENDPOINT, title))
        elif self.is_ours(order.url):
            found.append((Source.NEW, translate("Samples", "a new one, kept for {endpoint}").format(endpoint=path)))
        found.append((Source.PASTED, translate("Samples", "one that you paste, used once")))
        return [*found, (Source.NONE, translate("Samples", "none: it goes out without a signature"))]

    def plan(self, order: Order) -> str:
        """What sending it changes, beside what it sends; empty where nothing."""
        if order.source is not Source.NEW:
            return ""
        path = self._path(order)
        if endpoint_at(path, order.sample, self._endpoints.rules) is None:
            return translate("Samples", "The endpoint {path} is made with a new secret.").format(path=visible(path))
        return translate("Samples", "The endpoint {path} gets a new secret.").format(path=visible(path))

    async def request(self, order: Order) -> tuple[Draft, Outgoing]:
        """As it goes out now; where a secret is yet to be made, without a signature. Raises KnownError."""
        return await aside(partial(self._made, order, self._signing(order)))

    async def send(self, order: Order) -> Result:
        """Makes a secret first where that is asked for. Raises KnownError where nothing could be sent."""
        signing = await self._keep_new(order) if order.source is Source.NEW else self._signing(order)
        _draft, outgoing = await aside(partial(self._made, order, signing))
        ours, kept = self.is_ours(order.url), self._endpoints.ours
        options = Options(proxies=not ours)

        async def send(engine: Engine) -> Outcome:
            return await (engine.resend if kept else engine.trial).send(outgoing, options)

        outcome = await self._engine.ask(send)
        status = await aside(partial(_verdict, outgoing, self._endpoints.rules)) if ours else None
        return result_of(outcome, status, signed=bool(signing.keys))

    async def _keep_new(self, order: Order) -> Signing:
        path, rules = self._path(order), self._endpoints.rules
        place = await aside(partial(new_place, path, order.sample, rules, self._random))
        problems = await self._endpoints.change(partial(_keep, place))
        if problems:
            raise KnownError(problems[0])
        if has_key_pair(order.sample.scheme):
            self._own[place.endpoint.path, order.sample.scheme] = place.key
        return signing_with(order.sample, (place.key,), place.endpoint)

    def _signing(self, order: Order) -> Signing:
        sample = order.sample
        if order.source is Source.ENDPOINT:
            return self._kept(order, self._path(order))
        if order.source is Source.PASTED and order.pasted and sample.scheme in SCHEMES:
            key = key_of(order.pasted, SCHEMES[sample.scheme].key_kinds)
            return signing_with(sample, (key_to_sign(key, sample.scheme),))
        return signing_with(sample, ())

    def _kept(self, order: Order, path: str) -> Signing:
        rules, scheme = self._endpoints.rules, order.sample.scheme
        own = self._own.get((rules.endpoint_of(path).path, scheme))
        return signing_at(path, order.sample, rules, time.time(), own)

    def _path(self, order: Order) -> str:
        """Of the endpoint whose secret signs: where it is sent, or elsewhere, that of the provider."""
        rules = self._endpoints.rules
        if not self.is_ours(order.url):
            return path_for(order.sample, rules)
        path = order.url.removeprefix(self.listener).partition("?")[0].partition("#")[0] or "/"
        found = endpoint_at(path, order.sample, rules)
        return path if found is None else found.path

    def _made(self, order: Order, signing: Signing) -> tuple[Draft, Outgoing]:
        address_of(order.url)
        now = time.time()
        draft = draft_of_sample(order.sample, order.url, signing, now, self._random)
        prepared = prepare(draft, now=now)
        if prepared.outgoing is None:
            raise KnownError(prepared.faults[0].problem)
        return draft, prepared.outgoing


def result_of(outcome: Outcome, status: Status | None, *, signed: bool) -> Result:
    """`200 · 3 ms · ✓ Signature valid`, or why there was no answer. `status`: of the verdict, where it came to us."""
    attempt = outcome.attempt
    if attempt.response is None:
        problem = attempt.problem
        return Result("error", "" if problem is None else visible(problem_text(problem)))
    took = translate("Samples", "{count} ms").format(count=round(attempt.timings.total * 1000))
    parts = [str(attempt.response.status), took, *([] if status is None else [headline(status)])]
    fine = attempt.succeeded and (status in {None, Status.VALID} or not signed)
    return Result("ok" if fine else "warning", " · ".join(parts))


def _keep(place: NewPlace, book: Rulebook) -> tuple[Problem, ...]:
    """In the files."""
    if not place.added:
        book.keep(place.endpoint)
    return book.keep_secret(place.secret)


def _verdict(outgoing: Outgoing, rules: Rules) -> Status:
    """As the listener judges it."""
    size = len(outgoing.body)
    capture = Capture(time.time_ns(), "", outgoing.scheme, outgoing.head, outgoing.body, body_size=size)
    return case_of(capture, rules).verdict().status
