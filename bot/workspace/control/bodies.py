"""What the control API takes, call by call.

`user` and `channel` are an id or a name (`@NAME`: that member's direct messages with the desk), `message_ts` and
`thread_ts` a message's `ts`. What a call raises is said where it is carried out: bot.workspace.actions and people.
"""

import base64
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Plain = str | list[str] | None


class Body(BaseModel):
    """A body of a call. A field that is not named here is refused; a number may stand for a text."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class Command(Body):
    """POST `command`: type a slash command, with or without its slash."""

    user: str
    channel: str
    command: str
    text: str = ""


class Placed(Body):
    """Where an element is that somebody uses: in a message (`channel` and `message_ts`), or in a view (`view_id`).

    `block_id` is needed only where two blocks have an element of this `action_id`.
    """

    user: str
    action_id: str
    block_id: str | None = None
    channel: str | None = None
    message_ts: str | None = None
    view_id: str | None = None


class Click(Placed):
    """POST `click`: press a button or choose. `selected`: a value, an id, or some; `confirm`: what its dialog is told.

    `values` is what else stands typed in the view by then: by block_id, then action_id.
    """

    selected: Plain = None
    confirm: bool = True
    values: dict[str, dict[str, Plain]] | None = None


class Options(Placed):
    """POST `options`: type `query` into a select that asks the desk for its options."""

    query: str = ""


class Submit(Body):
    """POST `submit`: send a modal. `values`, by block_id and then action_id; what is not named keeps what it shows."""

    user: str
    view_id: str
    values: dict[str, dict[str, Plain]] = Field(default_factory=dict)


class Close(Body):
    """POST `close`: close a modal, or by its cross (`all_views`) all that are open."""

    user: str
    view_id: str
    all_views: bool = False


class Home(Body):
    """POST `home`: open the desk's Home tab."""

    user: str


class Shortcut(Body):
    """POST `shortcut`: use a shortcut of Slack's own menu, or, with `channel` and `message_ts`, of a message's."""

    user: str
    callback_id: str
    channel: str | None = None
    message_ts: str | None = None


class Message(Body):
    """POST `message`: say something. `files` are ids that `upload` has given."""

    user: str
    channel: str
    text: str = ""
    thread_ts: str | None = None
    files: list[str] = Field(default_factory=list)


def _from_base64(text: object) -> bytes:
    return base64.b64decode(str(text), validate=True)  # pydantic's own skips what is not base64


class Upload(Body):
    """POST `upload`: give Slack a file, its bytes in base64."""

    user: str
    name: str
    content_base64: Annotated[bytes, BeforeValidator(_from_base64)]


class Delete(Body):
    """POST `delete`: take a message away, whoever wrote it."""

    channel: str
    message_ts: str


class Edit(Body):
    """POST `edit`: change the text of one's own message."""

    user: str
    channel: str
    message_ts: str
    text: str


class User(Body):
    """POST `user`: change a member's rights or language (`fr-FR`), or deactivate them; what is None stays."""

    user: str
    is_admin: bool | None = None
    is_restricted: bool | None = None
    deleted: bool | None = None
    locale: str | None = None


class Usergroup(Body):
    """POST `usergroup`: these and no others are in the user group of this handle."""

    handle: str
    users: list[str]


class Membership(Body):
    """POST `member`: whether a member, or the desk's own user, is present in a channel."""

    channel: str
    user: str
    present: bool


class Channel(Body):
    """POST `channel`: archive a channel, or bring it back."""

    channel: str
    is_archived: bool


class Clock(Body):
    """POST `clock`: skip so many seconds of the desk's time, which never goes back."""

    advance_seconds: float = Field(ge=0)


class Deliver(Body):
    """POST `deliver`: bring the bot any payload as it is, so many `times`; `forge` spoils the signature or its time.

    Refused: only_http_delivery_is_signed, where one is to be forged over Socket Mode.
    """

    type: Literal["slash_commands", "interactive", "events_api"]
    payload: dict[str, Any]
    times: int = Field(1, ge=1)
    forge: Literal["signature", "timestamp"] | None = None


class Disconnect(Body):
    """POST `disconnect`: ask all sockets to connect anew."""

    reason: Literal["warning", "refresh_requested"] = "refresh_requested"


class Fault(Body):
    """POST `fault`: what goes wrong with the next calls of a Web API method; see bot.workspace.faults."""

    method: str
    times: int = Field(1, ge=1)
    channel: str | None = None
    error: str | None = None
    status: int | None = None
    retry_after: int | None = None
    delay_seconds: float = 0.0
    drop: bool = False
