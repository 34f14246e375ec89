"""Create the tables.

There is no previous version.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("enterprise_e5", sa.Integer(), nullable=False),
        sa.Column("phone_system", sa.Integer(), nullable=False),
        sa.Column("audio_conferencing", sa.Integer(), nullable=False),
        sa.Column("credits_set_up", sa.Boolean(), nullable=False),
        sa.Column("credits_balance", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("credits_auto_recharge", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("notices", sa.String(), nullable=True),
        sa.Column("hold_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("locale IN ('en', 'fr')", name=op.f("workspaces_locale_known")),
        sa.CheckConstraint(
            "enterprise_e5 >= 0 AND phone_system >= 0 AND audio_conferencing >= 0",
            name=op.f("workspaces_licences_counted"),
        ),
        sa.CheckConstraint("hold_minutes BETWEEN 1 AND 60", name=op.f("workspaces_hold_minutes_in_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("workspaces_pk")),
    )
    op.create_table(
        "answers",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("click", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("answers_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "member", "click", name=op.f("answers_pk")),
    )
    op.create_index("answers_by_age", "answers", ["at"], unique=False)

    op.create_table(
        "entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("entries_workspace_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("entries_pk")),
    )
    op.create_index("entries_of_a_subject", "entries", ["workspace", "subject", "id"], unique=False)

    op.create_table(
        "holds",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("acquired", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("again", sa.Integer(), nullable=True),
        sa.Column("again_by", sa.String(), nullable=True),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(outcome IS NOT NULL AND outcome = 'acquired') = (acquired > 0)", name=op.f("holds_acquired_counted")
        ),
        sa.CheckConstraint("kind IN ('toll', 'toll_free')", name=op.f("holds_kind_known")),
        sa.CheckConstraint("outcome IN ('acquired', 'released', 'ran_out')", name=op.f("holds_outcome_known")),
        sa.CheckConstraint("(again IS NULL) = (again_by IS NULL)", name=op.f("holds_held_again_by_somebody")),
        sa.CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name=op.f("holds_closed_with_an_outcome")),
        sa.CheckConstraint("size > 0 AND acquired BETWEEN 0 AND size", name=op.f("holds_size_counted")),
        sa.CheckConstraint("until > held_at", name=op.f("holds_ends_after_it_began")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("holds_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("holds_pk")),
    )
    op.create_index(
        "holds_to_announce",
        "holds",
        ["until"],
        unique=False,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_index(
        "holds_to_warn",
        "holds",
        ["warn_at"],
        unique=False,
        sqlite_where=sa.text("warn_at IS NOT NULL"),
        postgresql_where=sa.text("warn_at IS NOT NULL"),
    )

    op.create_table(
        "lanes",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paid_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("lanes_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "name", name=op.f("lanes_pk")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("owed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("outbox_workspace_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_pk")),
        sa.UniqueConstraint("workspace", "kind", "subject", "item", name="outbox_owed_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("outbox_by_subject", "outbox", ["workspace", "subject", "id"], unique=False)
    op.create_index("outbox_by_lane", "outbox", ["workspace", "lane", "id"], unique=False)

    op.create_table(
        "numbers",
        sa.Column("e164", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("available_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace", sa.String(), nullable=True),
        sa.Column("hold", sa.Integer(), nullable=True),
        sa.CheckConstraint("(status = 'acquired') = (available_at IS NULL)", name=op.f("numbers_ours_never_available")),
        sa.CheckConstraint("kind IN ('toll', 'toll_free')", name=op.f("numbers_kind_known")),
        sa.CheckConstraint(
            "status = 'free' OR (workspace IS NOT NULL AND hold IS NOT NULL)", name=op.f("numbers_taken_by_a_hold")
        ),
        sa.CheckConstraint("status IN ('free', 'held', 'acquired')", name=op.f("numbers_status_known")),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"],
            ["holds.workspace", "holds.id"],
            name=op.f("numbers_workspace_fk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("e164", name=op.f("numbers_pk")),
    )
    op.create_index("numbers_in_use", "numbers", ["workspace", "available_at", "hold", "kind"], unique=False)
    op.create_index(
        "numbers_to_be_had", "numbers", ["kind", "country", "region", "city", "available_at", "e164"], unique=False
    )

    op.create_table(
        "hold_numbers",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("hold", sa.Integer(), nullable=False),
        sa.Column("e164", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.CheckConstraint("outcome IN ('acquired', 'released', 'ran_out')", name=op.f("hold_numbers_outcome_known")),
        sa.ForeignKeyConstraint(["e164"], ["numbers.e164"], name=op.f("hold_numbers_e164_fk")),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], name=op.f("hold_numbers_workspace_fk")
        ),
        sa.PrimaryKeyConstraint("workspace", "hold", "e164", name=op.f("hold_numbers_pk")),
    )


def downgrade() -> None:
    op.drop_table("hold_numbers")
    op.drop_index("numbers_to_be_had", table_name="numbers")
    op.drop_index("numbers_in_use", table_name="numbers")

    op.drop_table("numbers")
    op.drop_index("outbox_by_lane", table_name="outbox")
    op.drop_index("outbox_by_subject", table_name="outbox")

    op.drop_table("outbox")
    op.drop_table("lanes")
    op.drop_index(
        "holds_to_warn",
        table_name="holds",
        sqlite_where=sa.text("warn_at IS NOT NULL"),
        postgresql_where=sa.text("warn_at IS NOT NULL"),
    )
    op.drop_index(
        "holds_to_announce",
        table_name="holds",
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )

    op.drop_table("holds")
    op.drop_index("entries_of_a_subject", table_name="entries")

    op.drop_table("entries")
    op.drop_index("answers_by_age", table_name="answers")

    op.drop_table("answers")
    op.drop_table("workspaces")
