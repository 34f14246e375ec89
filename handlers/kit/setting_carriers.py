"""The setting that says which carriers are asked, and in which order."""

import re

from slack_sdk.models.blocks import PlainTextInputElement
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.fields import Fields, typed
from handlers.kit.setting_field import Asking, FieldOf, Row
from handlers.kit.tools import Tools
from handlers.kit.words import BadField
from store.types import WorkspaceId
from store.workspaces.kinds import CarrierOrder

_NAME = re.compile(r"[a-z0-9_-]{1,30}")
_LENGTH = 200  # characters


class CarrierOrderField(FieldOf[CarrierOrder]):
    """Names such as "telnyx, acs", in order; nothing for all that there are, "stock" for none."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: tuple[str, ...]) -> InputInteractiveElement:
        return PlainTextInputElement(action_id=row.block_id, initial_value=", ".join(value) or None, max_length=_LENGTH)

    def read(self, row: Row, fields: Fields) -> tuple[str, ...]:
        names = [name.lower() for name in re.split(r"[\s,;]+", typed(fields, row.block_id)) if name]
        for name in names:
            if not _NAME.fullmatch(name) or names.count(name) > 1:
                raise BadField(row.block_id, "settings-not-carriers", said=name)
        if self.kind.stock in names and len(names) > 1:
            raise BadField(row.block_id, "settings-carriers-or-none")
        return tuple(names)

    def check(self, tools: Tools, workspace: WorkspaceId, row: Row, value: tuple[str, ...]) -> None:
        there = sorted(carrier.rules.name for carrier in tools.carriers.of(workspace))
        for name in value:
            if name not in (self.kind.stock, *there):
                key = "settings-carrier-unknown" if there else "settings-no-carriers"
                raise BadField(row.block_id, key, said=name, there=", ".join(there))

    def say(self, locale: str, written: object) -> str:
        return super().say(locale, ", ".join(self.kind.read(written)))
