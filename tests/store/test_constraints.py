"""Each constraint refuses its impossible row, whatever a bug may try to write."""

from typing import Any

import pytest
from sqlalchemy import CheckConstraint, insert
from sqlalchemy.exc import IntegrityError

from store.schema import Base
from store.session import Database
from tests.desk import ADA, BEN, HOME, START, Desk, a_hold, fill

WORKSPACE: dict[str, Any] = {"id": "T9"}
HOLD: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "held_by": BEN.user,
    "channel": "C1",
    "region": "",
    "city": "",
    "kind": "toll",
    "size": 2,
    "held_at": START,
    "until": a_hold().until,
}
CLOSED = HOLD | {"closed_at": START}
NUMBER: dict[str, Any] = {
    "e164": "+12065550100",
    "country": "US",
    "region": "",
    "city": "",
    "kind": "toll",
    "available_at": START,
}
HOLD_NUMBER: dict[str, Any] = {"workspace": HOME, "hold": 1, "e164": "+12060000000"}
ORDER: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "requested_by": BEN.user,
    "channel": "C1",
    "created_at": START,
    "since": START,
}
SENT = ORDER | {"state": "processing", "country": "US", "kind": "toll", "capacity": "not_yet"}
OF_ORDER: dict[str, Any] = {"workspace": HOME, "port_order": 1}
RESTING: dict[str, Any] = {"status": "resting", "workspace": HOME, "hold": 1}
PORTING = NUMBER | OF_ORDER | {"status": "porting", "available_at": None}
LETTER: dict[str, Any] = OF_ORDER | {
    "by": BEN.user,
    "at": START,
    "name": "letter.pdf",
    "media_type": "application/pdf",
    "size": 1,
    "sha256": "",
    "signer": "",
    "fields": {},
    "numbers": [],
    "content": b"%",
}
ORDERED = NUMBER | {"status": "ordered", "workspace": HOME, "hold": 1, "available_at": None, "kept_for": "@telnyx"}
DIFFERENCE: dict[str, Any] = {
    "workspace": HOME,
    "carrier": "telnyx",
    "e164": "+12065550100",
    "side": "theirs",
    "currency": "",
    "found_at": START,
    "told": False,
}
CARRIER_KEY: dict[str, Any] = {
    "workspace": HOME,
    "carrier": "telnyx",
    "url": "https://carrier.example",
    "sealed": b"x" * 40,
    "public_key": "",
    "added_at": START,
}
AT_CARRIER: dict[str, Any] = HOLD_NUMBER | {
    "carrier": "telnyx",
    "title": "Telnyx",
    "reference": "1",
    "held_under": "1",
    "state": "held",
    "until": START,
    "changed_at": START,
}
CARRIER_TASK: dict[str, Any] = {
    "workspace": HOME,
    "carrier": "telnyx",
    "subject": "1",
    "detail": {},
    "owed_at": START,
    "due_at": START,
}
SERVICE: dict[str, Any] = {"workspace": HOME, "id": 1, "kind": "bridge", "name": "Contoso", "folded": "contoso"}
REQUEST: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "hold": 1,
    "asked_by": BEN.user,
    "asked_at": START,
    "numbers": ["+12060000000"],
    "purpose": "not_yet",
    "note": "",
    "needed": 1,
    "approvers": {},
}
BATCH: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "verb": "assign",
    "asked_by": BEN.user,
    "channel": "C1",
    "since": START,
}
BATCH_LINE: dict[str, Any] = {"workspace": HOME, "batch": 1, "line": 1, "turn": 0, "said": "hello"}
WANTED: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "asked_by": BEN.user,
    "asked_at": START,
    "channel": "C1",
    "quantity": 1,
    "country": "CH",
    "region": "",
    "city": "",
    "kind": "toll",
    "look_at": START,
}
OVER = WANTED | {"look_at": None, "closed_at": START, "closed_by": BEN.user}
DECIDED = REQUEST | {"closed_at": START}
APPROVAL: dict[str, Any] = {
    "workspace": HOME,
    "request": 1,
    "member": ADA.user,
    "asked_by": BEN.user,
    "at": START,
}

IMPOSSIBLE = [
    ("workspaces_licences_counted", WORKSPACE | {"enterprise_e5": -1}),
    ("workspaces_licences_counted", WORKSPACE | {"phone_system": -1}),
    ("workspaces_licences_counted", WORKSPACE | {"audio_conferencing": -1}),
    ("workspaces_hold_minutes_in_range", WORKSPACE | {"hold_minutes": 0}),
    ("workspaces_hold_minutes_in_range", WORKSPACE | {"hold_minutes": 61}),
    ("workspaces_approvals_in_range", WORKSPACE | {"approvals": -1}),
    ("workspaces_approvals_in_range", WORKSPACE | {"approvals": 6}),
    ("workspaces_approvals_toll_free_in_range", WORKSPACE | {"approvals_toll_free": -1}),
    ("workspaces_approvals_toll_free_in_range", WORKSPACE | {"approvals_toll_free": 6}),
    ("workspaces_approvals_from_in_range", WORKSPACE | {"approvals_from": 0}),
    ("workspaces_extension_minutes_in_range", WORKSPACE | {"extension_minutes": -1}),
    ("workspaces_extension_minutes_in_range", WORKSPACE | {"extension_minutes": 61}),
    ("workspaces_rest_days_in_range", WORKSPACE | {"rest_days": -1}),
    ("workspaces_rest_days_in_range", WORKSPACE | {"rest_days": 181}),
    ("workspaces_locale_known", WORKSPACE | {"locale": "de"}),
    ("holds_kind_known", HOLD | {"kind": "mobile"}),
    ("holds_outcome_known", CLOSED | {"outcome": "lost"}),
    ("holds_closed_with_an_outcome", CLOSED),
    ("holds_closed_with_an_outcome", HOLD | {"outcome": "released"}),
    ("holds_acquired_counted", CLOSED | {"outcome": "acquired"}),
    ("holds_acquired_counted", CLOSED | {"outcome": "released", "acquired": 1}),
    ("holds_acquired_counted", HOLD | {"acquired": 1}),
    ("holds_size_counted", HOLD | {"size": 0}),
    ("holds_size_counted", CLOSED | {"outcome": "acquired", "acquired": 3}),
    ("holds_ends_after_it_began", HOLD | {"until": START}),
    ("holds_held_again_by_somebody", HOLD | {"again": 2}),
    ("holds_held_again_by_somebody", HOLD | {"again_by": BEN.user}),
    ("holds_extended_minutes_in_range", HOLD | {"extended_minutes": -1}),
    ("holds_extended_minutes_in_range", HOLD | {"extended_minutes": 61}),
    ("batches_verb_known", BATCH | {"verb": "sell"}),
    ("batches_stage_known", BATCH | {"stage": "lost"}),
    ("batches_lines_counted", BATCH | {"size": 1, "done": 1, "refused": 1}),
    ("batches_lines_counted", BATCH | {"done": -1}),
    ("batches_lines_counted", BATCH | {"size": 1, "refused": -1}),
    ("batches_done_with_all", BATCH | {"stage": "done", "size": 2, "done": 1}),
    ("batches_only_what_is_released_rests", BATCH | {"until": START}),
    ("batches_only_drafts_await_a_file", BATCH | {"stage": "asked", "awaits_file": True}),
    ("batch_lines_done_to_a_number", BATCH_LINE | {"outcome": "done"}),
    ("batch_lines_done_to_a_number", BATCH_LINE | {"outcome": "restored"}),
    ("requests_for_a_hold_or_a_batch", REQUEST | {"hold": None}),
    ("requests_for_a_hold_or_a_batch", REQUEST | {"batch": 1}),
    ("requests_needed_in_range", REQUEST | {"needed": 0}),
    ("requests_needed_in_range", REQUEST | {"needed": 6}),
    ("requests_verdict_known", DECIDED | {"verdict": "lost"}),
    ("requests_closed_with_a_verdict", DECIDED),
    ("requests_closed_with_a_verdict", REQUEST | {"verdict": "approved"}),
    ("requests_declined_with_a_reason", DECIDED | {"verdict": "declined"}),
    ("requests_declined_with_a_reason", DECIDED | {"verdict": "withdrawn", "reason": "too many"}),
    ("requests_declined_with_a_reason", REQUEST | {"reason": "too many"}),
    ("approvals_by_somebody_else", APPROVAL | {"member": BEN.user}),
    ("numbers_kind_known", NUMBER | {"kind": "mobile"}),
    ("numbers_status_known", NUMBER | {"status": "lost", "workspace": HOME, "hold": 1}),
    ("numbers_some_never_available", NUMBER | {"status": "free", "available_at": None}),
    ("numbers_some_never_available", NUMBER | {"status": "acquired", "workspace": HOME, "hold": 1}),
    ("numbers_some_never_available", PORTING | {"available_at": START}),
    ("numbers_some_never_available", NUMBER | RESTING | {"available_at": None}),
    ("numbers_taken_in_one_way", NUMBER | {"status": "held", "hold": 1}),
    ("numbers_taken_in_one_way", NUMBER | RESTING | {"hold": None}),
    ("numbers_taken_in_one_way", NUMBER | RESTING | {"workspace": None}),
    ("numbers_taken_in_one_way", NUMBER | {"status": "acquired", "available_at": None}),
    ("numbers_taken_in_one_way", NUMBER | {"status": "acquired", "available_at": None, "workspace": HOME}),
    ("numbers_taken_in_one_way", PORTING | {"hold": 1}),
    ("numbers_taken_in_one_way", PORTING | {"workspace": None}),
    ("numbers_taken_in_one_way", NUMBER | RESTING | {"imported_as": ""}),
    ("numbers_some_never_available", NUMBER | {"status": "removed"}),
    ("pool_places_kind_known", dict.fromkeys(("country", "region", "city", "kind", "kept_for"), "")),
    ("wanted_kind_known", WANTED | {"kind": "mobile"}),
    ("wanted_stage_known", OVER | {"stage": "lost"}),
    ("wanted_some", WANTED | {"quantity": 0}),
    ("wanted_in_a_country", WANTED | {"country": "", "city": "Geneva"}),
    ("wanted_closed_at_its_end", WANTED | {"closed_at": START}),
    ("wanted_looked_for_while_it_waits", WANTED | {"look_at": None}),
    ("wanted_taken_by_somebody", WANTED | {"stage": "taken"}),
    ("wanted_declined_with_a_reason", OVER | {"stage": "declined"}),
    ("wanted_declined_with_a_reason", OVER | {"stage": "withdrawn", "reason": "too many"}),
    ("wanted_ended_by_somebody", OVER | {"stage": "withdrawn", "closed_by": None}),
    ("numbers_held_by_a_hold", NUMBER | {"status": "held", "workspace": HOME, "port_order": 1}),
    ("numbers_ported_by_an_order", PORTING | {"port_order": None, "hold": 1}),
    ("port_orders_state_known", SENT | {"state": "lost"}),
    ("port_orders_kind_known", ORDER | {"kind": "mobile"}),
    ("port_orders_scope_known", ORDER | {"scope": "half"}),
    ("port_orders_capacity_known", ORDER | {"capacity": "perhaps"}),
    ("port_orders_sent_for_one_kind", SENT | {"country": ""}),
    ("port_orders_sent_for_one_kind", SENT | {"kind": None}),
    ("port_orders_sent_with_a_word_on_capacity", SENT | {"capacity": "unsaid"}),
    ("port_orders_approved_with_a_foc", SENT | {"state": "transfer_approved"}),
    ("port_orders_approved_with_a_foc", SENT | {"foc": START}),
    ("port_orders_refused_for_a_reason", SENT | {"state": "error"}),
    ("port_orders_refused_for_a_reason", SENT | {"reason": "pin"}),
    ("port_letters_media_type_known", LETTER | {"media_type": "text/html"}),
    ("port_letters_size_counted", LETTER | {"size": 0}),
    ("port_alarms_alarm_known", OF_ORDER | {"alarm": "noise", "at": START}),
    ("services_kind_known", SERVICE | {"kind": "fax"}),
    ("services_named", SERVICE | {"name": ""}),
    ("hold_numbers_outcome_known", HOLD_NUMBER | {"outcome": "lost"}),
    ("numbers_ordered_at_a_carrier", ORDERED | {"kept_for": ""}),
    ("numbers_ordered_at_a_carrier", ORDERED | {"hold": None, "imported_as": ""}),
    ("carrier_keys_of_a_carrier", CARRIER_KEY | {"carrier": ""}),
    ("carrier_keys_reached_by_http", CARRIER_KEY | {"url": "ftp://carrier.example"}),
    ("carrier_keys_sealed_at_all", CARRIER_KEY | {"sealed": b"key"}),
    ("carrier_lines_state_known", AT_CARRIER | {"state": "lost"}),
    ("carrier_lines_held_until", AT_CARRIER | {"until": None}),
    ("carrier_lines_held_or_owned", AT_CARRIER | {"hold": None, "reference": None, "held_under": None}),
    ("carrier_lines_held_under_a_reference", AT_CARRIER | {"reference": None, "held_under": None}),
    ("carrier_lines_ordered_under_a_reference", AT_CARRIER | {"held_under": None}),
    ("carrier_lines_failed_for_a_reason", AT_CARRIER | {"state": "gone"}),
    ("carrier_lines_papers_while_wanted", AT_CARRIER | {"papers": "a bill"}),
    ("carrier_lines_price_in_a_currency", AT_CARRIER | {"monthly": 1}),
    ("carrier_tasks_operation_known", CARRIER_TASK | {"operation": "sell"}),
    ("carrier_differences_side_known", DIFFERENCE | {"side": "both"}),
    ("carrier_differences_price_in_a_currency", DIFFERENCE | {"monthly": 1}),
]


def _table(constraint: str) -> str:
    return max((name for name in Base.metadata.tables if constraint.startswith(f"{name}_")), key=len)


@pytest.mark.parametrize(
    ("constraint", "row"), [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(IMPOSSIBLE)]
)
def test_what_cannot_be_is_refused(desk: Desk, constraint: str, row: dict[str, Any]) -> None:
    if _table(constraint) != "holds":
        fill(desk.database, 1)
        desk.hold(BEN, 1)
    if _table(constraint) == "approvals":
        put(desk.database, "requests", REQUEST)
    if constraint.startswith(("numbers_", "port_letters_", "port_alarms_")):
        put(desk.database, "port_orders", ORDER)
    with pytest.raises(IntegrityError, match=constraint):
        put(desk.database, _table(constraint), row)


def test_each_check_has_a_row_that_it_refuses() -> None:
    checks = {
        constraint.name
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    assert {constraint for constraint, _ in IMPOSSIBLE} == checks


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param("workspaces", WORKSPACE, id="a workspace"),
        pytest.param("holds", HOLD, id="a live hold"),
        pytest.param("holds", CLOSED | {"outcome": "ran_out"}, id="a hold that ran out"),
        pytest.param("holds", CLOSED | {"outcome": "acquired", "acquired": 2}, id="a hold all of which was acquired"),
        pytest.param("holds", HOLD | {"again": 2, "again_by": BEN.user}, id="a hold that was held again"),
        pytest.param("numbers", NUMBER, id="a free number"),
    ],
)
def test_what_can_be_is_not_refused(desk: Desk, table: str, row: dict[str, Any]) -> None:
    put(desk.database, table, row)


def put(database: Database, table: str, row: dict[str, Any]) -> None:
    with database.begin() as db:
        db.execute(insert(Base.metadata.tables[table]).values(row))
