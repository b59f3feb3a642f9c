"""Sample events of shops and of providers that move money."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.samples.sample import Sample, samples_of

MONEY: tuple[Sample, ...] = (
    *samples_of(
        "abacatepay",
        "abacatepay",
        {
            "billing.paid": QT_TRANSLATE_NOOP("Samples", "A payment was received"),
            "withdraw.done": QT_TRANSLATE_NOOP("Samples", "A withdrawal was made"),
        },
    ),
    *samples_of(
        "adyen",
        "adyen",
        {
            "AUTHORISATION": QT_TRANSLATE_NOOP("Samples", "A payment was authorised"),
            "CHARGEBACK": QT_TRANSLATE_NOOP("Samples", "A payment was charged back"),
            "REFUND": QT_TRANSLATE_NOOP("Samples", "A payment was refunded"),
        },
    ),
    *samples_of(
        "asaas",
        "asaas",
        {
            "PAYMENT_CONFIRMED": QT_TRANSLATE_NOOP("Samples", "A card payment was confirmed"),
            "PAYMENT_CREATED": QT_TRANSLATE_NOOP("Samples", "A charge was created"),
            "PAYMENT_OVERDUE": QT_TRANSLATE_NOOP("Samples", "A charge is overdue"),
            "PAYMENT_RECEIVED": QT_TRANSLATE_NOOP("Samples", "A payment was received"),
            "SUBSCRIPTION_CREATED": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
        },
    ),
    *samples_of(
        "efi",
        "",
        {
            "pix": QT_TRANSLATE_NOOP("Samples", "A Pix was received"),
        },
    ),
    *samples_of(
        "hotmart",
        "static-header-token",
        {
            "PURCHASE_APPROVED": QT_TRANSLATE_NOOP("Samples", "A purchase was approved"),
            "PURCHASE_REFUNDED": QT_TRANSLATE_NOOP("Samples", "A purchase was refunded"),
            "SUBSCRIPTION_CANCELLATION": QT_TRANSLATE_NOOP("Samples", "A subscription was cancelled"),
        },
        {"header": "X-HOTMART-HOTTOK"},
    ),
    *samples_of(
        "iugu",
        "",
        {
            "invoice.created": QT_TRANSLATE_NOOP("Samples", "An invoice was created"),
            "invoice.refund": QT_TRANSLATE_NOOP("Samples", "An invoice was refunded"),
            "invoice.status_changed": QT_TRANSLATE_NOOP("Samples", "An invoice was paid"),
        },
    ),
    *samples_of(
        "lemonsqueezy",
        "lemonsqueezy",
        {
            "order_created": QT_TRANSLATE_NOOP("Samples", "An order came in"),
            "subscription_created": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
        },
    ),
    *samples_of(
        "mercadopago",
        "mercadopago",
        {
            "order.processed": QT_TRANSLATE_NOOP("Samples", "An order was paid"),
            "payment.created": QT_TRANSLATE_NOOP("Samples", "A payment was created"),
            "payment.updated": QT_TRANSLATE_NOOP("Samples", "A payment changed"),
        },
    ),
    *samples_of(
        "paddle",
        "paddle-billing",
        {
            "subscription.canceled": QT_TRANSLATE_NOOP("Samples", "A subscription was cancelled"),
            "subscription.created": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
            "transaction.completed": QT_TRANSLATE_NOOP("Samples", "A payment succeeded"),
        },
    ),
    *samples_of(
        "pagarme",
        "basic-auth",
        {
            "charge.payment_failed": QT_TRANSLATE_NOOP("Samples", "A payment failed"),
            "charge.refunded": QT_TRANSLATE_NOOP("Samples", "A payment was refunded"),
            "order.paid": QT_TRANSLATE_NOOP("Samples", "An order was paid"),
            "subscription.created": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
        },
    ),
    *samples_of(
        "pagbank",
        "pagbank",
        {
            "CANCELED": QT_TRANSLATE_NOOP("Samples", "A payment was cancelled"),
            "DECLINED": QT_TRANSLATE_NOOP("Samples", "A payment failed"),
            "PAID": QT_TRANSLATE_NOOP("Samples", "A payment succeeded"),
            "transaction": QT_TRANSLATE_NOOP("Samples", "A transaction changed: only its code is sent"),
        },
    ),
    *samples_of(
        "paypal",
        "paypal",
        {
            "BILLING.SUBSCRIPTION.ACTIVATED": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
            "CHECKOUT.ORDER.APPROVED": QT_TRANSLATE_NOOP("Samples", "A buyer approved an order"),
            "PAYMENT.CAPTURE.COMPLETED": QT_TRANSLATE_NOOP("Samples", "A payment succeeded"),
            "PAYMENT.CAPTURE.REFUNDED": QT_TRANSLATE_NOOP("Samples", "A payment was refunded"),
        },
        {"webhook_id": "8PT597110X687430LKGECATA"},
    ),
    *samples_of(
        "razorpay",
        "razorpay",
        {
            "payment.captured": QT_TRANSLATE_NOOP("Samples", "A payment succeeded"),
            "payment.failed": QT_TRANSLATE_NOOP("Samples", "A payment failed"),
        },
    ),
    *samples_of(
        "shopify",
        "shopify",
        {
            "app/uninstalled": QT_TRANSLATE_NOOP("Samples", "The app was removed from a shop"),
            "customers/create": QT_TRANSLATE_NOOP("Samples", "A customer was created"),
            "orders/create": QT_TRANSLATE_NOOP("Samples", "An order came in"),
            "orders/paid": QT_TRANSLATE_NOOP("Samples", "An order was paid"),
            "products/update": QT_TRANSLATE_NOOP("Samples", "A product changed"),
        },
    ),
    *samples_of(
        "square",
        "square",
        {
            "invoice.payment_made": QT_TRANSLATE_NOOP("Samples", "An invoice was paid"),
            "order.created": QT_TRANSLATE_NOOP("Samples", "An order came in"),
            "payment.updated": QT_TRANSLATE_NOOP("Samples", "A payment changed"),
            "refund.created": QT_TRANSLATE_NOOP("Samples", "A refund was requested"),
        },
    ),
    *samples_of(
        "stripe",
        "stripe",
        {
            "charge.refunded": QT_TRANSLATE_NOOP("Samples", "A payment was refunded"),
            "checkout.session.completed": QT_TRANSLATE_NOOP("Samples", "A checkout was completed"),
            "customer.subscription.created": QT_TRANSLATE_NOOP("Samples", "A subscription began"),
            "customer.subscription.deleted": QT_TRANSLATE_NOOP("Samples", "A subscription ended"),
            "invoice.paid": QT_TRANSLATE_NOOP("Samples", "An invoice was paid"),
            "invoice.payment_failed": QT_TRANSLATE_NOOP("Samples", "The payment of an invoice failed"),
            "payment_intent.payment_failed": QT_TRANSLATE_NOOP("Samples", "A payment failed"),
            "payment_intent.succeeded": QT_TRANSLATE_NOOP("Samples", "A payment succeeded"),
        },
    ),
    *samples_of(
        "woocommerce",
        "woocommerce",
        {
            "order.created": QT_TRANSLATE_NOOP("Samples", "An order came in"),
            "order.updated": QT_TRANSLATE_NOOP("Samples", "An order changed"),
            "product.updated": QT_TRANSLATE_NOOP("Samples", "A product changed"),
        },
    ),
    *samples_of(
        "woovi",
        "woovi",
        {
            "OPENPIX:CHARGE_COMPLETED": QT_TRANSLATE_NOOP("Samples", "A charge was paid by Pix"),
            "OPENPIX:CHARGE_CREATED": QT_TRANSLATE_NOOP("Samples", "A charge was created"),
            "OPENPIX:CHARGE_EXPIRED": QT_TRANSLATE_NOOP("Samples", "A charge expired"),
            "OPENPIX:TRANSACTION_RECEIVED": QT_TRANSLATE_NOOP("Samples", "A Pix was received"),
        },
    ),
)
