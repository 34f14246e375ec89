"""What is set for approvals: how many must approve and who; and whether there are so many."""

from collections.abc import Iterable
from itertools import islice

from handlers.approvals.rules import MOST
from handlers.kit import roles
from handlers.kit.settings import Check, Section
from handlers.kit.tools import Tools
from handlers.kit.words import BadField
from store.types import UserId
from store.workspaces.columns import (
    APPROVALS,
    APPROVALS_FROM,
    APPROVALS_TOLL_FREE,
    APPROVE_RELEASES,
    APPROVERS,
    EXTENSION_MINUTES,
    WHO_APPROVES,
)
from store.workspaces.kinds import WholeNumber
from store.workspaces.settings import Setting
from store.workspaces.types import Circle, Workspace

RELEASE_DAYS = Setting(
    name="release_request_days",
    section="approvals",
    kind=WholeNumber(least=1, most=90),
    default=7,
    label="settings-release-days",
    hint="settings-release-days-hint",
)
SETTINGS = (
    APPROVALS,
    APPROVERS,
    APPROVALS_TOLL_FREE,
    APPROVALS_FROM,
    EXTENSION_MINUTES,
    APPROVE_RELEASES,
    RELEASE_DAYS,
)


def enough(tools: Tools, workspace: Workspace, further: int = 0) -> None:
    """Whether so many may approve as must, and so many `further` ones. Raises BadField, SlackSilent."""
    policy, approvers = workspace.policy, workspace.policy.approvers
    needed = min(max(policy.approvals, policy.toll_free or 0) + further, MOST)
    if approvers.circle is Circle.NAMED:
        needed = max(needed, 1)  # though nobody must approve, those who may are somebody
        if len(approvers.members) < needed or not _are_enough(tools, workspace, approvers.members, needed):
            raise BadField(WHO_APPROVES.members, "settings-too-few-approvers", needed=needed)
    elif approvers.group:
        group = tools.people.groups(workspace.id).get(approvers.group)
        if not _are_enough(tools, workspace, group.users if group else (), needed):
            raise BadField(APPROVERS.block_id, "settings-too-few-approvers", needed=needed)


def _are_enough(tools: Tools, workspace: Workspace, users: Iterable[UserId], needed: int) -> bool:
    """Whether so many of them may use the desk at all; no more of them are looked up than that."""
    members = (tools.people.member(workspace.id, user) for user in users)
    full = (member for member in members if roles.enter(member) is None)
    return len(list(islice(full, needed))) == needed


SECTION = Section(
    name="approvals",
    title="settings-policy",
    typed="settings-typed-approvals",
    order=20,
    checks=(Check(of=frozenset({APPROVALS.name, APPROVALS_TOLL_FREE.name, APPROVERS.name}), work=enough),),
)
