"""Settings that are people and channels."""

import re
from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationMultiSelectElement,
    ConversationSelectElement,
    OptionGroup,
    StaticSelectElement,
    UserMultiSelectElement,
)
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.blocks import asked, mention, plain_text
from handlers.kit.fields import CHANNEL, Fields, at, selected, users, word
from handlers.kit.member import Group
from handlers.kit.messages import plain, say
from handlers.kit.setting_field import Asking, FieldOf, Row, few, option
from handlers.kit.tools import Tools
from handlers.kit.words import BadField
from store.types import ChannelId, GroupId, WorkspaceId
from store.workspaces.kinds import Channel, Channels, WhoMay
from store.workspaces.types import Circle, Who

GROUP = "group:"  # before the id of a user group, as a choice of who may do something

_OPTIONS = 100  # in one group of options, as Slack allows
_MOST_GROUPS = 170  # a view may weigh 250 kB, and seven lists have them all
_CONVERSATIONS = ConversationFilter(include=["public", "private"])


class WhoMayField(FieldOf[WhoMay]):
    """Who may do something: a circle or a user group from one menu, and members by name where that can be."""

    def blocks(self, asking: Asking, shown: Sequence[tuple[Row, Any]]) -> list[Block]:
        ((_, who),) = shown
        return [*super().blocks(asking, shown), *(self._named(asking.locale, who) if self.kind.members else [])]

    def _named(self, locale: str, who: Who) -> list[Block]:
        kind = self.kind
        members = UserMultiSelectElement(
            action_id=kind.members, initial_users=list(who.members) or None, max_selected_items=kind.most
        )
        return [asked(locale, kind.members, kind.members_label, members, hint=kind.members_hint, optional=True)]

    def element(self, asking: Asking, row: Row, value: Who) -> InputInteractiveElement:
        locale = asking.locale
        circles = {circle: option(say(locale, key), circle.value) for circle, key in self.kind.circles.items()}
        named = dict(sorted(asking.groups.items(), key=lambda item: item[1].handle)[:_MOST_GROUPS])
        if value.group and value.group not in named:
            named[value.group] = asking.groups.get(value.group, Group(handle=value.group, users=frozenset()))
        of_groups = {id_: option(f"@{group.handle}", f"{GROUP}{id_}") for id_, group in named.items()}
        listed = list(of_groups.values())
        return StaticSelectElement(
            action_id=row.block_id,
            option_groups=[
                OptionGroup(label=plain_text(say(locale, "settings-people")), options=list(circles.values())),
                *(
                    OptionGroup(
                        label=plain_text(say(locale, "settings-groups")), options=listed[start : start + _OPTIONS]
                    )
                    for start in range(0, len(listed), _OPTIONS)
                ),
            ],
            initial_option=of_groups[value.group] if value.group else circles[value.circle],
        )

    def read(self, row: Row, fields: Fields) -> Who:
        said = selected(fields, row.block_id)
        if group := re.fullmatch(rf"{GROUP}(S[A-Z0-9]{{2,20}})", said):
            return Who(circle=Circle.GROUP, group=GroupId(group[1]))
        if said not in self.kind.circles:
            raise BadField(row.block_id, "settings-not-a-choice")
        return self._read_named(fields) if said == Circle.NAMED else Who(circle=Circle(said))

    def _read_named(self, fields: Fields) -> Who:
        named = users(fields, self.kind.members)
        if len(named) > self.kind.most:
            raise BadField(self.kind.members, "settings-too-many-approvers", most=self.kind.most)
        return Who(circle=Circle.NAMED, members=named)

    def check(self, tools: Tools, workspace: WorkspaceId, row: Row, value: Who) -> None:
        if value.group and value.group not in tools.people.groups(workspace):
            raise BadField(row.block_id, "settings-not-a-choice")

    def say(self, locale: str, written: Any) -> str:
        who = self.kind.read(written)
        if who.group:
            return f"<!subteam^{who.group}>"
        if who.members:
            return few([mention(user) for user in who.members])
        return say(locale, self.kind.circles[who.circle]) if who.circle in self.kind.circles else plain(who.circle)


class ChannelField(FieldOf[Channel]):
    """A channel in which the desk can post, or none."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: ChannelId | None) -> InputInteractiveElement:
        return ConversationSelectElement(action_id=row.block_id, initial_conversation=value, filter=_CONVERSATIONS)

    def read(self, row: Row, fields: Fields) -> ChannelId | None:
        channel = word(at(fields, row.block_id, row.block_id, "selected_conversation"))
        return ChannelId(channel) if channel else None

    def check(self, tools: Tools, workspace: WorkspaceId, row: Row, value: ChannelId | None) -> None:
        if value and not tools.can_post(workspace, value):
            raise BadField(row.block_id, "settings-cannot-post")

    def say(self, _locale: str, written: Any) -> str:
        return f"<#{written}>"


class ChannelsField(FieldOf[Channels]):
    """Some channels; own messages are left out."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: Sequence[ChannelId]) -> InputInteractiveElement:
        return ConversationMultiSelectElement(
            action_id=row.block_id, initial_conversations=list(value) or None, filter=_CONVERSATIONS
        )

    def read(self, row: Row, fields: Fields) -> tuple[ChannelId, ...]:
        chosen = at(fields, row.block_id, row.block_id, "selected_conversations")
        said = [word(channel) for channel in chosen] if isinstance(chosen, list) else []
        return tuple(ChannelId(each) for each in dict.fromkeys(said) if CHANNEL.fullmatch(each) and each[0] != "D")

    def say(self, _locale: str, written: Any) -> str:
        return few([f"<#{channel}>" for channel in written])
