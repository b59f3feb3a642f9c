"""Providers of code: repositories, builds, deployments, faults."""

from webhook_inspector.providers.provider import Count, Provider
from webhook_inspector.providers.source import Header, at, either, joined, whole


def _gitea(key: str, title: str, read_in: str) -> Provider:
    """Gitea and its relatives differ in the names of their headers."""
    event, delivery = (Header(f"x-{key}-{part}".encode()) for part in ("event", "delivery"))
    return Provider(
        key,
        title,
        read_in,
        event=joined(".", either(event, Header(b"x-gitea-event")), at("action")),
        event_id=either(delivery, Header(b"x-gitea-delivery")),
        wrapped="payload",
    )


CODE = (
    Provider(
        "github",
        "GitHub",
        "docs.github.com/en/webhooks/webhook-events-and-payloads",
        event=joined(".", Header(b"x-github-event"), at("action")),
        # The same when a delivery is sent again.
        event_id=Header(b"x-github-delivery"),
        wrapped="payload",
    ),
    Provider(
        "gitlab",
        "GitLab",
        "docs.gitlab.com/user/project/integrations/webhooks/",
        event=joined(
            ".", either(at("object_kind"), at("event_name"), Header(b"x-gitlab-event")), at("object_attributes.action")
        ),
        event_id=either(Header(b"idempotency-key"), Header(b"webhook-id"), Header(b"x-gitlab-event-uuid")),
    ),
    Provider(
        "bitbucket",
        "Bitbucket",
        "support.atlassian.com/bitbucket-cloud/docs/event-payloads/",
        event=either(Header(b"x-event-key"), at("eventKey")),
        event_id=either(Header(b"x-request-uuid"), Header(b"x-request-id")),
        attempt=Count(Header(b"x-attempt-number")),
        sent=at("date"),
    ),
    _gitea("gitea", "Gitea", "docs.gitea.com/usage/webhooks"),
    _gitea("forgejo", "Forgejo", "forgejo.org/docs/latest/user/webhooks/"),
    _gitea("gogs", "Gogs", "gogs.io/advancing/webhooks"),
    Provider(
        "circleci",
        "CircleCI",
        "circleci.com/docs/webhooks/",
        event=either(at("type"), Header(b"circleci-event-type")),
        event_id=at("id"),
        sent=at("happened_at"),
    ),
    Provider(
        "buildkite",
        "Buildkite",
        "buildkite.com/docs/apis/webhooks/pipelines",
        event=either(Header(b"x-buildkite-event"), at("event")),
        event_id=whole(at("event"), either(at("job.id"), at("build.id"), at("agent.id"))),
    ),
    Provider(
        "sentry",
        "Sentry",
        "docs.sentry.io/organization/integrations/integration-platform/webhooks/",
        event=joined(".", Header(b"sentry-hook-resource"), at("action")),
        event_id=Header(b"request-id"),
        sent=Header(b"sentry-hook-timestamp"),
    ),
    Provider(
        "vercel",
        "Vercel",
        "vercel.com/docs/webhooks/webhooks-api",
        event=at("type"),
        event_id=at("id"),
        sent=at("createdAt"),
    ),
    Provider(
        "netlify",
        "Netlify",
        "docs.netlify.com/site-deploys/notifications/",
        event=either(Header(b"x-netlify-event"), at("state")),
        event_id=whole(either(Header(b"x-netlify-event"), at("state")), at("id")),
        sent=at("updated_at"),
    ),
    Provider(
        "heroku",
        "Heroku",
        "devcenter.heroku.com/articles/app-webhooks",
        event=joined(".", at("resource"), at("action")),
        event_id=either(at("webhook_metadata.event.id"), at("id")),
        sent=either(at("published_at"), at("created_at")),
    ),
    Provider(
        "doppler", "Doppler", "docs.doppler.com/docs/webhooks", event=either(at("type"), at("event")), official=False
    ),
    Provider(
        "planetscale",
        "PlanetScale",
        "planetscale.com/docs/api/webhook-events",
        event=at("event"),
        event_id=whole(at("event"), at("resource.id"), at("timestamp")),
        sent=at("timestamp"),
    ),
    Provider(
        "taiga",
        "Taiga",
        "docs.taiga.io/webhooks.html",
        event=joined(".", at("type"), at("action")),
        event_id=whole(at("type"), at("data.id"), at("action"), at("date")),
        sent=at("date"),
    ),
    Provider(
        "jira",
        "Jira",
        "developer.atlassian.com/cloud/jira/platform/webhooks/",
        event=at("webhookEvent"),
        event_id=Header(b"x-atlassian-webhook-identifier"),
        attempt=Count(Header(b"x-atlassian-webhook-retry"), add=1),
        sent=at("timestamp"),
    ),
    Provider(
        "linear",
        "Linear",
        "linear.app/developers/webhooks",
        event=joined(".", either(Header(b"linear-event"), at("type")), at("action")),
        event_id=Header(b"linear-delivery"),
        sent=either(at("webhookTimestamp"), at("createdAt")),
    ),
    Provider(
        "pagerduty",
        "PagerDuty",
        "developer.pagerduty.com/docs/webhooks-overview",
        event=at("event.event_type"),
        event_id=at("event.id"),
        sent=at("event.occurred_at"),
    ),
    Provider(
        "tailscale",
        "Tailscale",
        "tailscale.com/kb/1213/webhooks",
        event=at("0.type"),
        event_id=whole(at("0.type"), at("0.tailnet"), at("0.timestamp")),
        sent=at("0.timestamp"),
    ),
    Provider(
        "cloudflare",
        "Cloudflare",
        "developers.cloudflare.com/notifications/reference/webhook-payload-schema/",
        event=at("alert_type"),
        event_id=at("alert_correlation_id"),
        sent=at("ts"),
    ),
)
