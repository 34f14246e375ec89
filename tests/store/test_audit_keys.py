"""Whether a key is the record's is known by its ends, whatever else was done to it."""

import pytest
from sqlalchemy import delete, text, update

from store.audit import keys
from store.audit.table import EntryRow
from store.types import WorkspaceId
from store.workspaces.table import WorkspaceRow
from tests.desk import AUDIT_KEY, AWAY, HOME, Desk
from tests.store.sealing import FORGED, RECORDED, Tamper, change
from tests.tampering import unguarded

ANOTHER = b"a key that is not that of the record"


def others(desk: Desk, key: bytes) -> list[WorkspaceId]:
    with desk.database.reading() as db:
        return keys.sealed_with_another(db, key)


def test_another_key_is_known_for_each_workspace(recorded: Desk) -> None:
    assert others(recorded, AUDIT_KEY) == []
    assert others(recorded, ANOTHER) == sorted([HOME, AWAY])


def test_a_workspace_without_a_record_has_no_key(desk: Desk) -> None:
    desk.set()
    assert others(desk, ANOTHER) == []


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(lambda db: db.execute(update(WorkspaceRow).values(last_seal=FORGED)), id="the tip is forged"),
        pytest.param(lambda db: db.execute(update(WorkspaceRow).values(last_seal="é")), id="the tip is garbage"),
        pytest.param(lambda db: db.execute(update(WorkspaceRow).values(last_entry=99)), id="the end is nowhere"),
        pytest.param(change("seal", FORGED, RECORDED), id="the last seal is forged"),
        pytest.param(change("name", "somebody", 1), id="the first entry is changed"),
        pytest.param(lambda db: db.execute(delete(EntryRow).where(EntryRow.number == 1)), id="the first is taken out"),
        pytest.param(lambda db: db.execute(delete(EntryRow)), id="all are taken out"),
    ],
)
def test_what_is_tampered_with_tells_of_no_other_key(recorded: Desk, tamper: Tamper) -> None:
    with recorded.database.begin() as db, unguarded(db):
        tamper(db)
    assert others(recorded, AUDIT_KEY) == []


def test_garbage_tells_of_no_other_key(recorded: Desk) -> None:
    garbage = {"sqlite": "CAST(X'FF' AS TEXT)", "postgresql": "repeat('\u00e9', 64)"}
    with recorded.database.begin() as db:
        db.execute(text(f"UPDATE workspaces SET last_seal = {garbage[db.dialect.name]}"))
    assert others(recorded, AUDIT_KEY) == []
