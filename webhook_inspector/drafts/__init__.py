"""Requests that a user edits: what goes out in the end, signed again or broken on purpose, checked, repeated. Pure."""
