"""Signatures of webhooks: bytes, headers, keys and a clock in, a verdict out. Pure: no clock, no network, no files of its own."""
