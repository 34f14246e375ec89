"""What each member has read, in whichever tab."""

from bot.workspace.state import Channel, Member, Message


class Read:
    """Up to where each member has read each channel, since this workspace started."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], str] = {}  # member and channel: ts of the newest message seen

    def up_to_now(self, member: Member, channel: Channel) -> None:
        """A member has seen all that the channel shows them now."""
        seen = channel.read_by(member.id)
        self._last[member.id, channel.id] = seen[-1].ts if seen else ""

    def unread(self, member: Member, channel: Channel) -> list[Message]:
        """What others have said in it since, oldest first; ephemerals do not count."""
        last = self._last.get((member.id, channel.id), "")
        return [
            message
            for message in channel.read_by(member.id)
            if message.ts > last and message.body["user"] != member.id and message.ephemeral_to is None
        ]
