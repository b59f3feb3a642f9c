"""The history: the only room that imports sqlite3 and sqlite_utils."""
