"""Settings as rooms bring them: rows in sections. Their fields, what was sent of them, and their values in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from slack_sdk.models.blocks import Block

from handlers.kit import meanwhile
from handlers.kit.blocks import section
from handlers.kit.entries import NOTHING
from handlers.kit.fields import Fields
from handlers.kit.meanwhile import Fate
from handlers.kit.member import Member
from handlers.kit.messages import say
from handlers.kit.setting_field import Asking, Groups, Row
from handlers.kit.setting_fields import field_of
from handlers.kit.tools import Tools
from store.workspaces.settings import Seen
from store.workspaces.types import Workspace

__all__ = ["Asking", "Check", "Groups", "Row", "Section"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Whether settings can be so together, asked before the transaction; only where one of these was changed.

    `work` raises BadField at the field that is wrong, and SlackSilent.
    """

    of: frozenset[str]
    work: Callable[[Tools, Workspace], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Settings that are asked in one modal: its title, and the words under which it can be typed, by their keys.

    A room may put its settings into another's section.
    """

    name: str
    title: str
    typed: str
    order: int
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a member sent of a setting. `shown` is the fingerprint of what they were shown, as far as that is known."""

    row: Row
    value: Any
    shown: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A workspace with what a member changed: nothing that they left as it was shown to them.

    `changed` are the settings that differ by it; `conflicts` those that somebody else has changed meanwhile, to
    something else. As long as there are such, nothing is to be kept.
    """

    workspace: Workspace
    changed: tuple[Row, ...] = ()
    conflicts: tuple[Row, ...] = field(default=())


def may_see(row: Row, member: Member) -> bool:
    """Whether a member who may change settings sees this one."""
    return row.seen is Seen.BY_SETTERS or member.is_admin


def fields(
    asking: Asking, rows: Iterable[Row], values: Workspace, notes: Mapping[str, str] | None = None
) -> list[Block]:
    """The fields of some settings, showing what they are in a workspace; over some of them stands a note."""
    blocks: list[Block] = []
    for _, together in groupby(rows, key=lambda row: row.block_id):
        in_one = list(together)
        blocks.extend(section(notes[row.name]) for row in in_one if notes and row.name in notes)
        blocks.extend(field_of(in_one[0]).blocks(asking, [(row, row.of(values)) for row in in_one]))
    return blocks


def read(rows: Iterable[Row], sent: Fields, shown: Mapping[str, Any]) -> list[Sent]:
    """What was sent of those settings that the modal asks for. Raises BadField."""
    return [
        Sent(row=row, value=field_of(row).read(row, sent), shown=_said(shown.get(row.name)))
        for row in rows
        if field_of(row).is_asked(row, sent)
    ]


def _said(shown: object) -> str | None:
    return shown if isinstance(shown, str) else None


def merge(now: Workspace, sent: Sequence[Sent]) -> Merge:
    """Put what a member changed into the workspace as it is now.

    Of a setting of which is not known what they were shown, all that differs from now is their change.
    """
    workspace, changed, conflicts = now, [], []
    for each in sent:
        row = each.row
        comes_to = meanwhile.fate(row.kind.written(each.value), row.written(now), each.shown)
        if comes_to is Fate.CONFLICT:
            conflicts.append(row)
        if comes_to is not Fate.CHANGED:
            continue
        workspace = row.put(workspace, each.value)
        changed.append(row)
    return Merge(workspace=workspace, changed=tuple(changed), conflicts=tuple(conflicts))


def check(tools: Tools, sections: Iterable[Section], merged: Merge) -> None:
    """Ask Slack whether what was changed can be so. Raises BadField, SlackSilent."""
    workspace, names = merged.workspace, {row.name for row in merged.changed}
    for row in merged.changed:
        field_of(row).check(tools, workspace.id, row, row.of(workspace))
    for each in (each for asked_in in sections for each in asked_in.checks):
        if each.of & names:
            each.work(tools, workspace)


def fingerprint(row: Row, workspace: Workspace) -> str:
    """What tells one value of a setting from another."""
    return meanwhile.fingerprint(row.written(workspace))


def in_words(locale: str, row: Row, written: Any) -> str:
    """A value, as the record has it, in words; what nothing at all means, in the setting's own."""
    if _is_nothing(written):
        return say(locale, row.empty) if row.empty else NOTHING
    return field_of(row).tell(locale, row, written)


def in_short(locale: str, row: Row, written: Any) -> str:
    """A value, as the record has it, in a line of the record."""
    return NOTHING if _is_nothing(written) else field_of(row).say(locale, written)


def _is_nothing(written: Any) -> bool:
    return written is None or written is False or written in ("", [])
