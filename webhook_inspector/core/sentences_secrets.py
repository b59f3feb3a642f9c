"""What the vault has to tell, what a pasted secret looks like, and what a setting of a scheme takes."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

SECRETS_SENTENCES: dict[str, str] = {
    # where secrets lie
    "vault-no-text": QT_TRANSLATE_NOOP(
        "Problem",
        "This secret or its name holds characters that are no valid text. Copy it once more from where it is shown.",
    ),
    "vault-file-text": QT_TRANSLATE_NOOP(
        "Problem",
        "{path}: line {line} is not UTF-8 text. Save the file as UTF-8; until then no secret is read from it or written to it.",
    ),
    "vault-file-toml": QT_TRANSLATE_NOOP(
        "Problem",
        '{path}: line {line}, column {column} is not valid TOML. Values stand in quotes, as in label = "prod"; until it is mended no secret is read from the file or written to it.',
    ),
    "vault-file-shape": QT_TRANSLATE_NOOP(
        "Problem",
        "{path}: each secret must stand under a line [[secret]] of its own. Until that is so, no secret is read from the file or written to it.",
    ),
    "vault-file-unchangeable": QT_TRANSLATE_NOOP(
        "Problem",
        "{path} cannot be changed without touching something else in it. Make this change in the file by hand.",
    ),
    "vault-entry-endpoint": QT_TRANSLATE_NOOP(
        "Problem", '{path}: the secret in line {line} needs its endpoint, as in endpoint = "/stripe".'
    ),
    "vault-entry-quotes": QT_TRANSLATE_NOOP(
        "Problem", "{path}: in the secret of line {line} everything but expires must be a text in quotes."
    ),
    "vault-entry-value": QT_TRANSLATE_NOOP(
        "Problem", '{path}: the secret in line {line} needs either value = "…" or keyring = "…", one of the two.'
    ),
    "vault-entry-day": QT_TRANSLATE_NOOP(
        "Problem",
        "{path}: in the secret of line {line}, expires must be a day without quotes, as in expires = 2027-01-31.",
    ),
    "vault-entry-key": QT_TRANSLATE_NOOP(
        "Problem",
        "{path}: the secret in line {line} has a key that is not known and does nothing. Known are endpoint, label, value, keyring, expires and key_id.",
    ),
    "vault-entry-twice": QT_TRANSLATE_NOOP(
        "Problem",
        "{path}: the secret in line {line} has the endpoint and the label of the one in line {first}, and is left out. Give it another label.",
    ),
    "vault-entry-stray": QT_TRANSLATE_NOOP(
        "Problem", "{path}: only what stands under [[secret]] is read, and the file holds something else as well."
    ),
    "vault-label-taken": QT_TRANSLATE_NOOP(
        "Problem", "The endpoint {endpoint} has a secret named “{label}” already. Rename one of the two first."
    ),
    "vault-secret-gone": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” of {endpoint} is no longer in the {keyring}. Enter it once more."
    ),
    "vault-secret-unreadable": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” of {endpoint} cannot be read from the {keyring} ({reason}). Unlock it and start again, or enter the secret once more.",
    ),
    "vault-secret-elsewhere": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” of {endpoint} lies in a keyring of the system that is not in use here. Allow the keyring in the settings, or enter the secret once more.",
    ),
    "vault-keyring-locked": QT_TRANSLATE_NOOP("Problem", "The {keyring} is locked. Unlock it and try again."),
    "vault-keyring-refused": QT_TRANSLATE_NOOP(
        "Problem",
        "The {keyring} did not take the secret “{label}” of {endpoint} ({reason}). It lies in the file {path} instead, which only you may read.",
    ),
    "vault-keyring-left": QT_TRANSLATE_NOOP(
        "Problem",
        "The keyring still holds an earlier secret “{label}” of {endpoint}, as entry {entry} of Webhook Inspector ({reason}). Delete it there by hand.",
    ),
    "vault-rights-mended": QT_TRANSLATE_NOOP(
        "Problem",
        "Others on this computer were able to read your secrets in {path}. The file is now yours alone; replace those secrets if you share the computer.",
    ),
    "vault-rights-wide": QT_TRANSLATE_NOOP(
        "Problem",
        "Others on this computer are able to read your secrets in {path}, and that cannot be changed ({reason}). Make the file yours alone.",
    ),
    # what a pasted secret looks like
    "pasted-nothing": QT_TRANSLATE_NOOP(
        "Problem", "There is no secret here yet. Copy it at the provider and paste it."
    ),
    "pasted-masked": QT_TRANSLATE_NOOP(
        "Problem",
        "This is a masked copy: dots or stars stand for characters that are not shown. Reveal the secret at the provider, then copy it.",
    ),
    "pasted-placeholder": QT_TRANSLATE_NOOP(
        "Problem", "This is a placeholder from an example. Paste the secret that your provider shows."
    ),
    "pasted-variable": QT_TRANSLATE_NOOP(
        "Problem", "This is the name of a variable. Paste the secret that the variable holds."
    ),
    "pasted-assignment": QT_TRANSLATE_NOOP(
        "Problem", "This is a line NAME=value. Paste only what stands after the equals sign."
    ),
    "pasted-header": QT_TRANSLATE_NOOP(
        "Problem", "This begins like a header. Leave out the word in front and paste only the secret."
    ),
    "pasted-url": QT_TRANSLATE_NOOP(
        "Problem", "This is a URL. Paste the signing secret that the provider shows for it."
    ),
    "pasted-quotes": QT_TRANSLATE_NOOP(
        "Problem", "There are quotation marks around this secret. They are seldom part of it: leave them out."
    ),
    "pasted-private-key": QT_TRANSLATE_NOOP(
        "Problem", "This is a private key. To verify, only its public key is needed; keep the private one to its owner."
    ),
    "pasted-key-file": QT_TRANSLATE_NOOP(
        "Problem",
        "This is a key or a certificate, but the scheme uses a shared secret. Paste the secret that the provider shows for the endpoint.",
    ),
    "pasted-blanks": QT_TRANSLATE_NOOP(
        "Problem",
        "There is a space or a line break at the beginning or the end. It is seldom part of the secret: leave it out.",
    ),
    "pasted-lines": QT_TRANSLATE_NOOP("Problem", "There is more than one line here. Paste only the secret itself."),
    "pasted-looks-like": QT_TRANSLATE_NOOP(
        "Problem", "This looks like {found}. Choose the scheme of the endpoint to have it checked further."
    ),
    "pasted-foreign": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like {found}, but the scheme of the endpoint is {scheme}. Paste the secret of that provider, or choose another scheme.",
    ),
    "pasted-stripe-api-key": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Stripe API key; the signing secret begins with whsec_. It stands on the page of the endpoint in the Stripe dashboard.",
    ),
    "pasted-stripe-id": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like an id of Stripe; the signing secret begins with whsec_. It stands on the page of the endpoint in the Stripe dashboard.",
    ),
    "pasted-slack-token": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Slack token; needed is the signing secret. It stands in the app's Basic Information.",
    ),
    "pasted-shopify-token": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Shopify access token; needed is the client secret of the app, or the key shown below the list of webhooks.",
    ),
    "pasted-twilio-sid": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a Twilio SID, which is only a name; needed is the Auth Token of the account."
    ),
    "pasted-sendgrid-api-key": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a SendGrid API key; needed is the verification key of the signed event webhook."
    ),
    "pasted-discord-token": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a Discord bot token; needed is the public key of the application, 64 hex digits."
    ),
    "pasted-discord-id": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Discord application id; needed is the public key of the application, 64 hex digits.",
    ),
    "pasted-mercadopago-token": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Mercado Pago access token; needed is the secret signature, shown in the webhook settings of the application.",
    ),
    "pasted-square-token": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Square access token or application credential; needed is the signature key of the webhook subscription.",
    ),
    "pasted-paypal-id": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a PayPal webhook id, which belongs in the setting webhook_id; the key is PayPal's certificate.",
    ),
    "pasted-asaas-api-key": QT_TRANSLATE_NOOP(
        "Problem", "This looks like an Asaas API key; needed is the access token that was chosen for the webhook."
    ),
    "pasted-meta-token": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Meta access token; needed is the app secret, shown in the basic settings of the app.",
    ),
    "pasted-line-token": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a LINE channel access token; needed is the channel secret."
    ),
    "pasted-telegram-token": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a Telegram bot token; needed is the secret_token that was given to setWebhook."
    ),
    "pasted-linear-api-key": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Linear API key; needed is the signing secret of the webhook, which begins with lin_wh_.",
    ),
    "pasted-paddle-other": QT_TRANSLATE_NOOP(
        "Problem",
        "This looks like a Paddle API key or the id of a destination; the secret key of the destination begins with pdl_ntfset_.",
    ),
    "pasted-hubspot-token": QT_TRANSLATE_NOOP(
        "Problem", "This looks like a HubSpot access token; needed is the client secret of the app."
    ),
    "pasted-not-whsec": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like a signing secret of Stripe: those begin with whsec_."
    ),
    "pasted-not-whsec-base64": QT_TRANSLATE_NOOP(
        "Problem",
        "This does not look like a secret of this scheme: those are whsec_ and base64. Where the provider uses the text itself as the key, choose standard-webhooks-raw-key.",
    ),
    "pasted-not-hex": QT_TRANSLATE_NOOP(
        "Problem", "The key of this scheme is written in hex digits, two for each byte, and this is not."
    ),
    "pasted-not-slack": QT_TRANSLATE_NOOP(
        "Problem",
        "This does not look like a Slack signing secret, which is 32 hex digits. It stands in the app's Basic Information.",
    ),
    "pasted-not-twilio": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like a Twilio Auth Token, which is 32 hex digits."
    ),
    "pasted-not-discord": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like the public key of a Discord application, which is 64 hex digits."
    ),
    "pasted-not-sendgrid": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like a SendGrid verification key, which is a public key in base64 or PEM form."
    ),
    "pasted-not-telnyx": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like the public key of a Telnyx account, which is 44 characters of base64."
    ),
    "pasted-not-certificate": QT_TRANSLATE_NOOP(
        "Problem",
        "This sender signs with a certificate. Paste it in PEM form, from -----BEGIN CERTIFICATE----- to its end.",
    ),
    "pasted-not-paddle": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like the secret key of a Paddle destination: those begin with pdl_ntfset_."
    ),
    "pasted-not-telegram": QT_TRANSLATE_NOOP(
        "Problem", "A Telegram secret_token has only letters, digits, _ and -, 256 at most."
    ),
    "pasted-not-basic": QT_TRANSLATE_NOOP(
        "Problem", "Basic authentication needs user:password, with a colon between them."
    ),
    # settings of a scheme
    "setting-number": QT_TRANSLATE_NOOP("Problem", "{name} takes a whole number from 0 up, such as 300."),
    "setting-flag": QT_TRANSLATE_NOOP("Problem", "{name} takes true or false."),
    "setting-choice": QT_TRANSLATE_NOOP("Problem", "{name} does not take {text}. Choose from: {choices}."),
    "no-endpoint": QT_TRANSLATE_NOOP("Problem", "There is no endpoint {path}. The command endpoints lists all."),
    "no-secret": QT_TRANSLATE_NOOP("Problem", "The endpoint {path} has no secret “{label}”; it has: {known}."),
}
