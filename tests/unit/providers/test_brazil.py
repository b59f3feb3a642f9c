import pytest

from tests.unit.providers.examples import URL, Example
from webhook_inspector.providers.brazil import BRAZIL

EXAMPLES = (
    Example(
        "mercadopago",
        {
            "id": 12345,
            "live_mode": True,
            "type": "payment",
            "date_created": "2015-03-25T10:04:58.396-04:00",
            "action": "payment.created",
            "data": {"id": "999999999"},
        },
        "payment.created",
        "12345",
        live=True,
        sent="2015-03-25T10:04:58.396-04:00",
        url=f"{URL}?data.id=999999999&type=payment",
    ),
    Example(
        "mercadopago",
        {"action": "payment.updated", "data": {"id": "123456789"}},
        "payment.updated",
        "payment.updated:123456789",
    ),
    Example("mercadopago", b"", "merchant_order", "merchant_order:42", url=f"{URL}?topic=merchant_order&id=42"),
    Example(
        "pagbank",
        {"id": "ORDE_F87334AC", "reference_id": "ex-00001", "charges": [{"id": "CHAR_F1F10115", "status": "PAID"}]},
        "PAID",
        "ORDE_F87334AC:PAID",
    ),
    Example("pagbank", {"id": "CHEC_120301FA", "status": "EXPIRED"}, "EXPIRED", "CHEC_120301FA:EXPIRED"),
    Example("pagbank", "notificationCode=766B9C-AD4B&notificationType=transaction", "transaction", "766B9C-AD4B"),
    Example(
        "asaas",
        {
            "id": "evt_05b708f961d739ea7eba7e4db318f621&368604920",
            "event": "PAYMENT_RECEIVED",
            "dateCreated": "2024-06-12 16:45:03",
        },
        "PAYMENT_RECEIVED",
        "evt_05b708f961d739ea7eba7e4db318f621&368604920",
    ),
    Example(
        "pagarme",
        {
            "id": "hook_RyEKQO789TRpZjv5",
            "account": {"id": "acc_jZkdN857et650oNv"},
            "type": "order.paid",
            "created_at": "2017-06-29T20:23:47Z",
        },
        "order.paid",
        "hook_RyEKQO789TRpZjv5",
        sent="2017-06-29T20:23:47Z",
    ),
    Example(
        "pagarme",
        "id=1040404&fingerprint=aa&event=transaction_status_changed&old_status=processing&current_status=paid&object=transaction",
        "transaction_status_changed",
        "1040404:paid",
    ),
    Example(
        "woovi",
        {
            "event": "OPENPIX:CHARGE_COMPLETED",
            "charge": {"correlationID": "9134e286"},
            "account": {"environment": "TESTING"},
        },
        "OPENPIX:CHARGE_COMPLETED",
        "OPENPIX:CHARGE_COMPLETED:9134e286",
        live=False,
    ),
    Example(
        "abacatepay",
        {"id": "log_12345abcdef", "event": "billing.paid", "devMode": True, "data": {"id": "bill_123456"}},
        "billing.paid",
        "log_12345abcdef",
        live=False,
    ),
    Example(
        "abacatepay",
        {"event": "billing.paid", "devMode": False, "data": {"id": "bill_1"}},
        "billing.paid",
        "billing.paid:bill_1",
        live=True,
    ),
    Example(
        "iugu",
        "event=invoice.status_changed&data%5Bid%5D=1757E1D7FD5E410A9C563024250015BF&data%5Bstatus%5D=paid",
        "invoice.status_changed",
        "invoice.status_changed:1757E1D7FD5E410A9C563024250015BF:paid",
    ),
    Example(
        "efi",
        {
            "pix": [
                {
                    "endToEndId": "E1803615022211340s08793XPJ",
                    "txid": "fc9a43k6ff384ryP5f41719",
                    "horario": "2022-11-22T13:40:45.000Z",
                }
            ]
        },
        "pix",
        "E1803615022211340s08793XPJ",
        sent="2022-11-22T13:40:45Z",
    ),
    Example(
        "starkbank",
        {
            "event": {
                "id": "5892075044208640",
                "subscription": "transfer",
                "created": "2022-02-24T18:07:32.331797+00:00",
                "log": {"type": "success"},
            }
        },
        "transfer.success",
        "5892075044208640",
        sent="2022-02-24T18:07:32.331797+00:00",
    ),
    Example(
        "hotmart",
        {"id": "1d4d1e4b", "creation_date": 1632411406874, "event": "PURCHASE_APPROVED", "version": "2.0.0"},
        "PURCHASE_APPROVED",
        "1d4d1e4b",
        sent="2021-09-23T15:36:46.874Z",
    ),
    Example(
        "nuvemshop", {"store_id": 123, "event": "order/created", "id": 456}, "order/created", "order/created:123:456"
    ),
    Example(
        "clicksign",
        {"event": {"name": "sign", "occurred_at": "2020-08-17T14:11:58.402-03:00"}, "document": {"key": "f2d9"}},
        "sign",
        sent="2020-08-17T14:11:58.402-03:00",
        headers=(("Event", "sign"),),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.provider)
def test_documented_example(example: Example) -> None:
    assert example.read() == example.expected


def test_each_has_an_example() -> None:
    assert {row.key for row in BRAZIL} == {example.provider for example in EXAMPLES}
