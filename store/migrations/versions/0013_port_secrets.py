"""Account numbers and PINs of port orders are kept encrypted, and go some time after the order has ended.

Stop the version now running first: it would take the marks in their place for what they stand for. Where there are any
the key of the vault is needed; a downgrade does not bring back what was encrypted.
"""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from store.base import Utc
from store.ports import secrets
from store.ports.types import SECRETS
from store.vault import Vault

revision = "0013"
down_revision = "0012"

_DAYS = timedelta(days=30)
_ORDERS = sa.table(
    "port_orders",
    sa.column("workspace", sa.String()),
    sa.column("id", sa.Integer()),
    sa.column("state", sa.String()),
    sa.column("since", Utc()),
    sa.column("fields", sa.JSON()),
    sa.column("sealed", sa.LargeBinary()),
    sa.column("sealed_until", Utc()),
)
_LETTERS = sa.table(
    "port_letters",
    sa.column("workspace", sa.String()),
    sa.column("port_order", sa.Integer()),
    sa.column("fields", sa.JSON()),
)


def upgrade() -> None:
    op.add_column("port_orders", sa.Column("sealed", sa.LargeBinary(), nullable=True))
    op.add_column("port_orders", sa.Column("sealed_until", Utc(), nullable=True))
    given = sa.text("sealed_until IS NOT NULL")
    op.create_index(
        "port_orders_with_secrets", "port_orders", ["sealed_until"], sqlite_where=given, postgresql_where=given
    )
    bind = op.get_bind()
    for row in bind.execute(sa.select(_ORDERS)).all():
        if any(row.fields.get(name) for name in SECRETS):
            _seal(bind, row)


def _seal(bind: sa.Connection, row: Any) -> None:
    key, about = context.config.attributes["vault_key"], secrets.about_order(row.workspace, f"PO-{row.id}")
    if not key:
        raise ValueError("port orders have account numbers or PINs: the key is needed with which these are encrypted")
    vault = Vault(key=key)
    this = (_LETTERS.c.workspace == row.workspace, _LETTERS.c.port_order == row.id)
    fields, said = secrets.hidden(vault, row.fields, {}, about)
    until = row.since + _DAYS if row.state in ("completed", "cancelled") else None
    order = (_ORDERS.c.workspace == row.workspace, _ORDERS.c.id == row.id)
    kept = {"fields": fields, "sealed": secrets.seal(vault, said, about), "sealed_until": until}
    bind.execute(sa.update(_ORDERS).where(*order).values(kept))
    for letter in bind.execute(sa.select(_LETTERS.c.fields).where(*this)).all():
        marked, _ = secrets.hidden(vault, letter.fields, {}, about)
        bind.execute(sa.update(_LETTERS).where(*this).values(fields=marked))


def downgrade() -> None:
    op.drop_index("port_orders_with_secrets", "port_orders")
    op.execute("ALTER TABLE port_orders DROP COLUMN sealed_until")
    op.execute("ALTER TABLE port_orders DROP COLUMN sealed")
