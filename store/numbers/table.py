"""The table of numbers: those in the pool, and those that somebody holds or has."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKeyConstraint, Index, SmallInteger

from store.base import Base, column, one_of, partial_index
from store.numbers.types import Status
from store.types import Kind

_NEVER_AVAILABLE = (Status.ORDERED, Status.ACQUIRED, Status.PORTING, Status.REMOVED)
_ORIGINS = ("hold", "port_order", "imported_as")
_ONE_ORIGIN = f"{' + '.join(f'(CASE WHEN {each} IS NULL THEN 0 ELSE 1 END)' for each in _ORIGINS)} = 1"

ANYBODY = ""  # may have it: it is kept for no workspace
IS_CARRIERS = "substr(kept_for, 1, 1) = '@'"  # a carrier has it back when nobody here does: store.numbers.at_carriers
TO_GIVE_UP = f"status = 'resting' AND {IS_CARRIERS}"


class NumberRow(Base):
    """A number that is or was in the pool, or that a port order brought. `available_at` alone says if it can be had."""

    __tablename__ = "numbers"

    e164: ColumnElement[str] = column(primary_key=True)
    country: ColumnElement[str]
    region: ColumnElement[str]
    city: ColumnElement[str]
    kind: ColumnElement[str]
    status: ColumnElement[str] = column(default="free")
    available_at: ColumnElement[datetime | None]  # None: somebody's own, never in the pool
    workspace: ColumnElement[str | None]  # the last to take it; what each hold took is in hold_numbers
    hold: ColumnElement[int | None]
    ease: ColumnElement[int] = column(SmallInteger, default=0, server_default="0")  # points, by store.numbers.ease
    port_order: ColumnElement[int | None]  # instead of a hold: what brought it here, or is about to
    kept_for: ColumnElement[str] = column(
        default=ANYBODY, server_default=ANYBODY
    )  # the only workspace to have it, or a carrier
    note: ColumnElement[str] = column(default="", server_default="")
    # Instead of a hold or an order, where it came in as acquired already: the name of that by which it had been
    # acquired elsewhere, such as H-12 or PO-7; "" where nobody said.
    imported_as: ColumnElement[str | None]
    got_by: ColumnElement[str | None]  # of an imported number: who had acquired it, and when
    got_at: ColumnElement[datetime | None]

    __table_args__ = (
        # Numbers are taken before the hold is written, for only then is its size known.
        ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], deferrable=True, initially="DEFERRED"
        ),
        CheckConstraint(one_of("kind", Kind), "kind_known"),
        ForeignKeyConstraint(
            ["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"], "numbers_order_fk"
        ),
        CheckConstraint(one_of("status", Status), "status_known"),
        CheckConstraint(f"({one_of('status', _NEVER_AVAILABLE)}) = (available_at IS NULL)", "some_never_available"),
        CheckConstraint(
            f"{one_of('status', (Status.FREE, Status.REMOVED))} OR (workspace IS NOT NULL AND {_ONE_ORIGIN})",
            "taken_in_one_way",
        ),
        CheckConstraint("status <> 'held' OR hold IS NOT NULL", "held_by_a_hold"),
        CheckConstraint(f"status <> 'ordered' OR (hold IS NOT NULL AND {IS_CARRIERS})", "ordered_at_a_carrier"),
        CheckConstraint("status <> 'porting' OR port_order IS NOT NULL", "ported_by_an_order"),
        # In the order in which numbers are shown and taken, so that the first few need no sort.
        Index("numbers_to_be_had", "kind", "country", "region", "city", "kept_for", "available_at", "e164"),
        # Also finds what a hold still has: no more than the quota lies after `available_at`.
        Index("numbers_in_use", "workspace", "available_at", "status", "hold", "port_order", "imported_as", "kind"),
        partial_index("numbers_owned", "workspace", "e164", where="available_at IS NULL OR status = 'resting'"),
        # Few are: those of a city, of a region, of a country, and all of them.
        partial_index("numbers_easy_in_city", "kind", "country", "region", "city", "ease", "e164", where="ease > 0"),
        partial_index("numbers_easy_in_region", "kind", "country", "region", "ease", "e164", where="ease > 0"),
        partial_index("numbers_easy_in_country", "kind", "country", "ease", "e164", where="ease > 0"),
        partial_index("numbers_easy", "kind", "ease", "e164", where="ease > 0"),
        partial_index("numbers_to_give_up", "available_at", where=TO_GIVE_UP),
        partial_index("numbers_of_orders", "workspace", "port_order", where="port_order IS NOT NULL"),
    )


class PoolPlaceRow(Base):
    """Where numbers of a kind are or were: a row for each place, so that nobody looks for them among all numbers."""

    __tablename__ = "pool_places"

    country: ColumnElement[str] = column(primary_key=True)
    region: ColumnElement[str] = column(primary_key=True)
    city: ColumnElement[str] = column(primary_key=True)
    kind: ColumnElement[str] = column(primary_key=True)
    kept_for: ColumnElement[str] = column(primary_key=True)  # as of a number
    region_folded: ColumnElement[str] = column(default="", server_default="")  # by store.spelling, as names are typed
    city_folded: ColumnElement[str] = column(default="", server_default="")

    __table_args__ = (
        CheckConstraint(one_of("kind", Kind), "kind_known"),
        Index("pool_places_by_region", "region_folded", "country", "region", "kept_for"),
        Index("pool_places_by_city", "city_folded", "country", "region", "city", "kept_for"),
    )
