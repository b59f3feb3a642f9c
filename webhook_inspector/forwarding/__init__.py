"""Captures sent on by rule: a queue that survives everything, and ends each delivery as delivered or given up."""
