"""What a provider's request means: event type, event id, attempt, test or live. Pure, one row a provider."""
