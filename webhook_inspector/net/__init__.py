"""Sockets: the listener, and the sender of requests. The only room that imports aiohttp."""
