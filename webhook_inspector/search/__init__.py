"""The filter language: text → Query. Pure; no SQL and no Qt here."""
