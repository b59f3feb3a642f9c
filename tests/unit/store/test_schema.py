import sqlite3
from contextlib import closing

from sqlite_utils import Database

from webhook_inspector.store.connect import FORMAT
from webhook_inspector.store.schema import migrations

FORMAT_1 = {
    "captures": "id received_ns endpoint method target content_type peer host scheme status body_size stored_size sha256 state problem",
    "contents": "id head trailers reply body",
}
"""Released: a new column comes with a new migration, never by an edit of this."""


def test_the_format_is_the_number_of_migrations():
    with closing(sqlite3.connect(":memory:")) as connection:
        assert len(migrations.pending(Database(connection))) == FORMAT


def test_the_first_migration_is_never_edited():
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection)
        names = [migration.name for migration in migrations.pending(database)]
        migrations.apply(database, stop_before=names[1:])
        for table, columns in FORMAT_1.items():
            found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            assert " ".join(name for (name,) in found) == columns


FORMAT_2 = "provider event event_id attempt live sent_ns verdict signed_by key_label first"
FORMAT_3 = "deleted_ns pinned colour tags note"


def test_each_format_adds_its_columns():
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        found = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info('captures')")]
    assert " ".join(found) == " ".join((FORMAT_1["captures"], FORMAT_2, FORMAT_3))


FORMAT_4 = {
    "deliveries": "id capture target rule state attempts created_ns next_ns status problem",
    "attempts": (
        "id delivery number started_ns method url peer status problem dns connect tls first_byte total"
        " response_size sent_head response_head sent_body response_body"
    ),
}


def test_the_fourth_format_has_tables_of_its_own():
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        for table, columns in FORMAT_4.items():
            found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            assert " ".join(name for (name,) in found) == columns
