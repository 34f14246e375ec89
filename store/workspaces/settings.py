"""A setting is a row: what it is called, what it can be, what it is until somebody says otherwise, who may see it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from store.workspaces.kinds import Kind
from store.workspaces.types import Workspace

T = TypeVar("T")


class Seen(StrEnum):
    """Who may see what a setting says, and change it."""

    BY_SETTERS = "by_setters"  # whoever may change settings; in the record, whoever reads that
    BY_ADMINS = "by_admins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Generic[T]):
    """One setting. All that is asked, refused, kept and told of it follows from here."""

    name: str  # what the record calls it, and its column
    section: str  # the modal in which it is asked
    kind: Kind[T]
    default: T
    label: str  # the key of what its field is called
    hint: str | None = None  # the key of what is said under its field
    empty: str | None = None  # the key of what it means that nothing is set
    field: str = ""  # where a Workspace has it, such as "policy.approvals"; without one it is in `extra`
    column: str = ""  # that of several which share one, where each is found by the last word of its `field`
    block: str = ""  # the id of its field, where that is not its name
    checked: bool = True  # a CHECK of the table is what the kind says of the range; else the table has one of its own
    first: bool = False  # asked of a new workspace, too
    seen: Seen = Seen.BY_SETTERS

    @property
    def block_id(self) -> str:
        """The id of its field in a modal."""
        return self.block or self.name

    def of(self, workspace: Workspace) -> T:
        """What it is in a workspace."""
        if not self.field:
            extra = workspace.extra
            return self.kind.read(extra[self.name]) if self.name in extra else self.default
        found: Any = workspace
        for part in self.field.split("."):
            found = getattr(found, part)
        value: T = found
        return value

    def put(self, workspace: Workspace, value: T) -> Workspace:
        """The workspace with this set."""
        if not self.field:
            return replace(workspace, extra={**workspace.extra, self.name: self.kind.written(value)})
        part, _, inner = self.field.partition(".")
        changes: dict[str, Any] = {part: replace(getattr(workspace, part), **{inner: value}) if inner else value}
        return replace(workspace, **changes)

    def written(self, workspace: Workspace) -> Any:
        """What it is in a workspace, as the record has it."""
        return self.kind.written(self.of(workspace))
