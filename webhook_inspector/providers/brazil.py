"""Brazilian providers: payments, Pix and signatures."""

from webhook_inspector.providers.provider import Flag, Provider, is_test
from webhook_inspector.providers.source import Form, Header, Query, at, either, joined, member, whole

_MERCADO_PAGO = either(at("action"), at("type"), at("topic"), Query("type"), Query("topic"))
_PAGBANK = either(at("charges.0.status"), at("status"), Form("notificationType"))

BRAZIL = (
    Provider(
        "mercadopago",
        "Mercado Pago",
        "www.mercadopago.com.br/developers/pt/docs/your-integrations/notifications/webhooks",
        event=_MERCADO_PAGO,
        # Without the id of the notification, only the payment's is left: two updates of one payment then look alike.
        event_id=either(
            at("id"), whole(_MERCADO_PAGO, either(at("data.id"), at("resource"), Query("data.id"), Query("id")))
        ),
        live=Flag(at("live_mode")),
        sent=at("date_created"),
    ),
    Provider(
        "pagbank",
        "PagBank",
        "developer.pagbank.com.br/reference/webhooks",
        event=_PAGBANK,
        event_id=either(whole(at("id"), _PAGBANK), Form("notificationCode")),
    ),
    Provider("asaas", "Asaas", "docs.asaas.com/docs/receive-asaas-events", event=at("event"), event_id=at("id")),
    Provider(
        "pagarme",
        "Pagar.me",
        "docs.pagar.me/docs/webhooks",
        event=either(at("type"), Form("event")),
        event_id=either(at("id"), whole(Form("id"), either(Form("current_status"), Form("event")))),
        sent=at("created_at"),
    ),
    Provider(
        "woovi",
        "Woovi (OpenPix)",
        "developers.woovi.com/docs/webhook/webhook-events-type",
        event=either(at("event"), at("evento")),
        event_id=whole(
            at("event"),
            either(
                at("charge.correlationID"),
                at("pix.endToEndId"),
                at("transaction.endToEndId"),
                at("transaction.correlationID"),
                at("refund.correlationID"),
                at("payment.correlationID"),
            ),
        ),
        live=Flag(at("account.environment"), live=("production",), test=("testing", "sandbox", "test")),
    ),
    Provider(
        "abacatepay",
        "AbacatePay",
        "docs.abacatepay.com/pages/webhooks",
        event=either(at("event"), at("type")),
        event_id=either(at("id"), whole(at("event"), at("data.id"))),
        live=is_test(at("devMode")),
    ),
    Provider(
        "iugu",
        "iugu",
        "dev.iugu.com/reference/gatilhos-de-faturas",
        event=either(Form("event"), at("event")),
        event_id=either(
            whole(Form("event"), Form("data[id]"), Form("data[status]")),
            whole(at("event"), at("data.id"), at("data.status")),
        ),
    ),
    Provider(
        "efi",
        "Efí Pix",
        "dev.efipay.com.br/docs/api-pix/webhooks",
        event=either(at("evento"), member("")),
        event_id=either(at("pix.0.endToEndId"), Form("notification")),
        sent=at("pix.0.horario"),
    ),
    Provider(
        "starkbank",
        "Stark Bank",
        "starkbank.com/docs/api#webhook",
        event=joined(".", at("event.subscription"), at("event.log.type")),
        event_id=at("event.id"),
        sent=at("event.created"),
    ),
    Provider(
        "hotmart",
        "Hotmart",
        "developers.hotmart.com/docs/pt-BR/2.0.0/webhook/about-webhook",
        event=at("event"),
        event_id=at("id"),
        sent=at("creation_date"),
    ),
    Provider(
        "nuvemshop",
        "Nuvemshop",
        "tiendanube.github.io/api-documentation/resources/webhook",
        event=at("event"),
        event_id=whole(at("event"), at("store_id"), at("id")),
    ),
    Provider(
        "clicksign",
        "Clicksign",
        "developers.clicksign.com/docs/introducao-a-webhooks",
        event=either(at("event.name"), Header(b"event")),
        sent=at("event.occurred_at"),
    ),
)
