"""Until when carriers are to hold numbers, and when they are asked for some more; what they would not take back.

The version now running keeps working as long as no carrier refuses to have a number back.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0023"
down_revision = "0022"

_TABLE = "carrier_lines"
_TO_EXTEND = "state = 'held' AND extend_at IS NOT NULL"
_STATES = (
    *("to_hold", "held", "gone", "dropping", "ended", "to_order", "asked", "waiting", "papers", "ours"),
    *("failed", "cancelled", "giving_up", "given_up"),
)
_LIVE = ("to_hold", "held", "to_order", "asked", "waiting", "papers", "ours", "giving_up")
_OWNED = ("ours", "giving_up", "given_up")
_FOR_A_REASON = ("gone", "failed")
_NEW = "not_given_up"


def upgrade() -> None:
    for name in ("wanted_until", "extend_at"):
        op.add_column(_TABLE, sa.Column(name, Utc(), nullable=True))
    _partial("carrier_lines_to_extend", "extend_at", _TO_EXTEND)
    _change(_checks((*_STATES[:-1], _NEW, _STATES[-1]), (*_OWNED[:-1], _NEW, _OWNED[-1]), (*_FOR_A_REASON, _NEW)))
    op.drop_index("carrier_lines_live", _TABLE)
    _partial("carrier_lines_live", "e164", _one_of((*_LIVE, _NEW)), unique=True)


def downgrade() -> None:
    op.execute(f"UPDATE carrier_lines SET state = 'giving_up' WHERE state = '{_NEW}'")  # noqa: S608 (our own words)
    op.drop_index("carrier_lines_live", _TABLE)
    _partial("carrier_lines_live", "e164", _one_of(_LIVE), unique=True)
    _change(_checks(_STATES, _OWNED, _FOR_A_REASON))
    op.drop_index("carrier_lines_to_extend", _TABLE)
    for name in ("extend_at", "wanted_until"):
        op.drop_column(_TABLE, name)


def _checks(states: tuple[str, ...], owned: tuple[str, ...], for_a_reason: tuple[str, ...]) -> dict[str, str]:
    return {
        "state_known": _one_of(states),
        "held_or_owned": f"hold IS NOT NULL OR {_one_of(owned)}",
        "failed_for_a_reason": f"code <> '' OR NOT ({_one_of(for_a_reason)})",
    }


def _change(checks: dict[str, str]) -> None:
    with op.batch_alter_table(_TABLE) as changed:
        for name, condition in checks.items():
            changed.drop_constraint(op.f(f"{_TABLE}_{name}"), type_="check")
            changed.create_check_constraint(op.f(f"{_TABLE}_{name}"), condition)


def _partial(name: str, column: str, where: str, *, unique: bool = False) -> None:
    kept = sa.text(where)
    op.create_index(name, _TABLE, [column], unique=unique, sqlite_where=kept, postgresql_where=kept)


def _one_of(states: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{state}'" for state in states)
    return f"state IN ({listed})"
