"""The modals in which settings are changed: one for each section, and the first steps of a new workspace."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from handlers.kit.blocks import form, section
from handlers.kit.messages import say
from handlers.kit.settings import Asking, Row, Section, fields, fingerprint
from store.workspaces.types import Workspace

CALLBACK, FIRST_STEPS = "settings", "first_steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the fields show, and the fingerprints of what is behind them; what of that was changed meanwhile."""

    values: Workspace
    fingerprints: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    warning: str = ""


def as_set(rows: Iterable[Row], workspace: Workspace) -> Shown:
    """What is set is what is shown."""
    return Shown(values=workspace, fingerprints={row.name: fingerprint(row, workspace) for row in rows})


def of_section(asking: Asking, of: Section, rows: Sequence[Row], shown: Shown) -> View:
    """The settings of a section."""
    return form(
        asking.locale,
        CALLBACK,
        of.title,
        "button-save",
        carried={"section": of.name, "shown": dict(shown.fingerprints)},
        blocks=[*_warning(shown), *fields(asking, rows, shown.values, shown.notes)],
    )


def first_steps(asking: Asking, sections: Iterable[Section], rows: Sequence[Row], shown: Shown) -> View:
    """What a new workspace needs before anything else."""
    blocks = [*_warning(shown), section(say(asking.locale, "first-steps-intro"))]
    for of in sections:
        if those := [row for row in rows if row.section == of.name]:
            title = section(f"*{say(asking.locale, of.title)}*")
            blocks.extend([DividerBlock(), title, *fields(asking, those, shown.values, shown.notes)])
    return form(
        asking.locale,
        FIRST_STEPS,
        "first-steps-title",
        "button-save",
        close="button-later",
        carried={"shown": dict(shown.fingerprints)},
        blocks=blocks,
    )


def _warning(shown: Shown) -> list[Block]:
    return [section(shown.warning)] if shown.warning else []
