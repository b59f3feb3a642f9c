"""Webhook Inspector: see what webhook providers really send you."""

__version__ = "0.1.0"
