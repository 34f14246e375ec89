"""Search by digits: an index on each engine; points for what is easy to remember; what a hold looked for."""

from alembic import op
from sqlalchemy import bindparam, column, select, table, text, update

from store.numbers.ease import ease

revision = "0009"
down_revision = "0008"

_AT_A_TIME = 10_000
_POSTGRESQL = (
    # Groups of four digits, wherever they stand; PostgreSQL's own GIN index knows arrays of smallint.
    """
    CREATE FUNCTION digit_groups(e164 text) RETURNS smallint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT array_agg(substr(e164, at, 4)::smallint) FROM generate_series(2, length(e164) - 3) AS at
    $$
    """,
    "CREATE INDEX numbers_digits ON numbers USING gin (digit_groups(e164))",
)
# Its row's number is the telephone number itself: it never changes, as a row's own number may.
_SQLITE = (
    "CREATE VIRTUAL TABLE number_digits USING fts5(digits, content='', tokenize='trigram')",
    """
    INSERT INTO number_digits (rowid, digits) SELECT CAST(substr(e164, 2) AS INTEGER), substr(e164, 2) FROM numbers
    """,
    """
    CREATE TRIGGER numbers_digits_added AFTER INSERT ON numbers BEGIN
        INSERT INTO number_digits (rowid, digits) VALUES (CAST(substr(new.e164, 2) AS INTEGER), substr(new.e164, 2));
    END
    """,
    """
    CREATE TRIGGER numbers_digits_removed AFTER DELETE ON numbers BEGIN
        INSERT INTO number_digits (number_digits, rowid, digits)
        VALUES ('delete', CAST(substr(old.e164, 2) AS INTEGER), substr(old.e164, 2));
    END
    """,
)


def upgrade() -> None:
    op.execute("ALTER TABLE numbers ADD COLUMN ease SMALLINT NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE holds ADD COLUMN digits JSON NOT NULL DEFAULT '{}'")
    _give_points()
    op.execute("CREATE INDEX numbers_easy_in_city ON numbers (kind, country, region, city, ease, e164) WHERE ease > 0")
    op.execute("CREATE INDEX numbers_easy_in_country ON numbers (kind, country, ease, e164) WHERE ease > 0")
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(text(statement.replace(":", "\\:")))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER numbers_digits_added")
        op.execute("DROP TRIGGER numbers_digits_removed")
        op.execute("DROP TABLE number_digits")
    else:
        op.execute("DROP INDEX numbers_digits")
        op.execute("DROP FUNCTION digit_groups(text)")
    op.drop_index("numbers_easy_in_country", "numbers")
    op.drop_index("numbers_easy_in_city", "numbers")
    op.execute("ALTER TABLE holds DROP COLUMN digits")
    op.execute("ALTER TABLE numbers DROP COLUMN ease")


def _give_points() -> None:
    numbers = table("numbers", column("e164"), column("ease"))
    db, last = op.get_bind(), ""
    points = update(numbers).where(numbers.c.e164 == bindparam("number")).values(ease=bindparam("points"))
    while some := db.scalars(
        select(numbers.c.e164).where(numbers.c.e164 > last).order_by(numbers.c.e164).limit(_AT_A_TIME)
    ).all():
        last = some[-1]
        if easy := [{"number": e164, "points": ease(e164)} for e164 in some if ease(e164)]:
            db.execute(points, easy)
