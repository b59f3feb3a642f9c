"""Sample events: what providers send, written anew with fresh ids and times, and signed on demand. Pure but for reading our own files."""
