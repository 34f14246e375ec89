"""Every way to numbers of one's own, and every way out of the pool: there is no second one round the guard.

What writes numbers is read off the code itself, so a new way is found here before it is asked for anything.
"""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.approvals.rules import ApprovalRefusal
from handlers.kit.member import Member, Standing
from handlers.kit.refusals import Refusal
from handlers.kit.tools import SlackSilent
from handlers.quota import POOL, PORTED, RESTORED, QuotaRefusal, admit
from handlers.quota.ownership import Origin
from store import numbers
from store.approvals.types import ApprovalRequest
from store.numbers.types import Permit
from store.types import Kind
from store.workspaces.types import ADMINS, Credits, Licences, Policy, Roles, Workspace
from tests.desk import ALONE, AWAY, BEN, CHLOE, HOME, Desk, fill
from tests.orders import sent
from tests.rules.shown import request
from tests.table import table

ROOT = Path(__file__).parents[2]
# All functions of the store that write numbers, and what they do to them.
OURS = {"acquire", "ported", "restore", "order"}
ORDERED_BEFORE = {"arrived"}  # whose permit was asked for when they were ordered
OUT_OF_THE_POOL = {"_take"}
OTHERS = {
    "write": "puts new ones into the pool",
    "put": "puts new ones into the pool, and those that were removed",
    "extend": "keeps what is held held for longer",
    "bring": "enters what the workspace had before there was the desk; an admin does it, but for none of the pool",
    "write_unless": "puts new ones into the pool, or where they were once",
    "remove": "takes what nobody has off the stock",
    "give_back": "puts what was held back into the pool",
    "release": "lets what was acquired rest",
    "lost": "takes back what a carrier did not give",
    "give_up": "lets what has rested go back to its carrier",
}
_WRITES = re.compile(r"\b(insert|insert_row|insert_unless|update|delete)\b")


def writers() -> dict[str, ast.FunctionDef]:
    """The functions that write to the table of numbers, by name."""
    found = {}
    for path in [*(ROOT / "store").rglob("*.py"), *(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]:
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(map(_writes, ast.walk(node))):
                found[node.name] = node
    return found


def _writes(node: ast.AST) -> bool:
    """Whether something is called such as update(NumberRow), or says so in SQL."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.search(r"(?i)\b(update|insert into|copy|delete from)\s+numbers\b", node.value) is not None
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "write_unless":
        return True
    if not isinstance(node, ast.Call) or not _WRITES.search(ast.unparse(node.func)):
        return False
    return any(isinstance(arg, ast.Name) and arg.id == "NumberRow" for arg in node.args)


def test_every_way_in_which_numbers_are_written_is_known() -> None:
    assert set(writers()) == OURS | ORDERED_BEFORE | OUT_OF_THE_POOL | set(OTHERS)


def test_what_makes_numbers_ones_own_takes_a_permit_and_nothing_else_does() -> None:
    for name, function in writers().items():
        said = re.sub(r"status == Status\.\w+|status\.in_\(\(.*?\)\)", "", ast.unparse(function))
        makes_ours = re.search(r"Status\.(ACQUIRED|ORDERED)", said) is not None
        takes_permit = "Permit" in ast.unparse(function.args)
        assert (makes_ours, takes_permit) == (name in OURS | ORDERED_BEFORE, name in OURS), name


def test_permits_are_given_in_one_place() -> None:
    made = {
        str(path.relative_to(ROOT))
        for folder in ("store", "handlers", "bot")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Permit")
    }
    assert made == {"handlers/quota/ownership.py"}


WORKSPACE = Workspace(
    id=HOME, licences=Licences(phone_system=60), credits=Credits(set_up=True), policy=Policy(approvals=1)
)
NO_LICENCE = replace(WORKSPACE, licences=Licences())
NO_CREDITS = replace(WORKSPACE, credits=Credits())
NOBODY_MUST = replace(WORKSPACE, policy=ALONE)
NOT_YET, AGREED = request(2, approvals=4), request(2, approvals=5)


@table(
    ("workspace", "origin", "kind", "in_use", "asked", "refusal"),
    [
        pytest.param(WORKSPACE, POOL, Kind.TOLL, 0, None, QuotaRefusal.NEEDS_APPROVAL, id="nobody was asked"),
        pytest.param(WORKSPACE, POOL, Kind.TOLL, 0, NOT_YET, QuotaRefusal.NEEDS_APPROVAL, id="not all have agreed"),
        pytest.param(WORKSPACE, POOL, Kind.TOLL, 0, AGREED, None, id="all have agreed"),
        pytest.param(NOBODY_MUST, POOL, Kind.TOLL, 18, None, None, id="nobody must agree, the last of the quota"),
        pytest.param(NOBODY_MUST, POOL, Kind.TOLL, 19, None, QuotaRefusal.OVER_QUOTA, id="over the quota"),
        pytest.param(WORKSPACE, POOL, Kind.TOLL, 19, AGREED, QuotaRefusal.OVER_QUOTA, id="agreed, over the quota"),
        pytest.param(NO_LICENCE, POOL, Kind.TOLL, 0, AGREED, QuotaRefusal.NO_LICENCE, id="no licence"),
        pytest.param(NO_CREDITS, POOL, Kind.TOLL_FREE, 0, AGREED, QuotaRefusal.NO_CREDITS, id="no credits"),
        pytest.param(WORKSPACE, PORTED, Kind.TOLL, 20, None, None, id="ported, outside the quota"),
        pytest.param(NO_CREDITS, PORTED, Kind.TOLL_FREE, 0, None, QuotaRefusal.NO_CREDITS, id="ported, no credits"),
        pytest.param(WORKSPACE, RESTORED, Kind.TOLL, 18, None, None, id="restored, agreed before"),
        pytest.param(WORKSPACE, RESTORED, Kind.TOLL, 19, None, QuotaRefusal.OVER_QUOTA, id="restored, over the quota"),
    ],
)
def test_what_is_asked_before_two_numbers_become_ones_own(
    workspace: Workspace,
    origin: Origin,
    kind: Kind,
    in_use: int,
    asked: ApprovalRequest | None,
    refusal: Refusal | None,
) -> None:
    admitted = admit(workspace, origin, {kind: 2}, {kind: in_use}, asked)
    assert admitted == (refusal or Permit(workspace=HOME, quantity=2))


def test_approval_of_some_numbers_is_none_of_more() -> None:
    assert admit(WORKSPACE, POOL, {Kind.TOLL: 3}, {}, AGREED) is QuotaRefusal.NEEDS_APPROVAL


@pytest.mark.parametrize(
    "permit", [Permit(workspace=AWAY, quantity=3), Permit(workspace=HOME, quantity=2)], ids=["another's", "of fewer"]
)
def test_no_number_becomes_ones_own_by_a_permit_for_something_else(desk: Desk, permit: Permit) -> None:
    order = sent(desk)
    before = desk.everything()
    with pytest.raises(ValueError, match="no permit for 3 numbers"), desk.database.begin() as db:
        numbers.ported(db, order, permit)
    assert desk.everything() == before


GONE = [
    pytest.param(lambda desk: _is(desk, replace(CHLOE, standing=Standing.STRANGER)), id="left the workspace"),
    pytest.param(lambda desk: _is(desk, replace(CHLOE, standing=Standing.GUEST)), id="is a guest now"),
    pytest.param(lambda desk: desk.set(roles=Roles(reserve=ADMINS, manage=ADMINS)), id="lost the right"),
]


@pytest.mark.parametrize("go", GONE)
def test_nothing_is_acquired_for_who_may_not_have_it_any_more(desk: Desk, go: Callable[[Desk], object]) -> None:
    fill(desk.database, 2)
    desk.set(policy=Policy(approvals=1))
    hold = desk.hold(CHLOE, 2)
    asked = desk.asks(CHLOE, hold)
    go(desk)
    before = desk.everything()
    reply = desk.approve(BEN, asked)
    assert reply.refusal == ApprovalRefusal.ASKER_GONE
    assert f"<@{CHLOE.user}> asked for this" in reply.text
    assert desk.everything() == before


def test_where_slack_does_not_say_who_asked_nothing_is_acquired(desk: Desk) -> None:
    fill(desk.database, 2)
    desk.set(policy=Policy(approvals=1))
    asked = desk.asks(CHLOE, desk.hold(CHLOE, 2))
    _is(desk, replace(CHLOE, standing=Standing.UNKNOWN))
    before = desk.everything()
    with pytest.raises(SlackSilent):
        desk.approve(BEN, asked)
    assert desk.everything() == before


def _is(desk: Desk, member: Member) -> None:
    desk.slack.members[member.user] = member
