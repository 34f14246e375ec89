"""What the control API takes, call by call."""

import base64
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Plain = str | list[str] | None


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class Command(Body):
    user: str
    channel: str
    command: str
    text: str = ""


class Placed(Body):
    user: str
    action_id: str
    block_id: str | None = None
    channel: str | None = None
    message_ts: str | None = None
    view_id: str | None = None


class Click(Placed):
    selected: Plain = None
    confirm: bool = True
    values: dict[str, dict[str, Plain]] | None = None


class Options(Placed):
    query: str = ""


class Submit(Body):
    user: str
    view_id: str
    values: dict[str, dict[str, Plain]] = Field(default_factory=dict)


class Close(Body):
    user: str
    view_id: str
    all_views: bool = False


class Home(Body):
    user: str


class Shortcut(Body):
    user: str
    callback_id: str
    channel: str | None = None
    message_ts: str | None = None


class Message(Body):
    user: str
    channel: str
    text: str = ""
    thread_ts: str | None = None
    files: list[str] = Field(default_factory=list)


def _from_base64(text: object) -> bytes:
    return base64.b64decode(str(text), validate=True)  # pydantic's own skips what is not base64


class Upload(Body):
    user: str
    name: str
    content_base64: Annotated[bytes, BeforeValidator(_from_base64)]


class Delete(Body):
    channel: str
    message_ts: str


class Edit(Body):
    user: str
    channel: str
    message_ts: str
    text: str


class User(Body):
    user: str
    is_admin: bool | None = None
    is_restricted: bool | None = None
    deleted: bool | None = None
    locale: str | None = None


class Usergroup(Body):
    handle: str
    users: list[str]


class Membership(Body):
    channel: str
    user: str
    present: bool


class Channel(Body):
    channel: str
    is_archived: bool


class Clock(Body):
    advance_seconds: float = Field(ge=0)


class Deliver(Body):
    type: Literal["slash_commands", "interactive", "events_api"]
    payload: dict[str, Any]
    times: int = Field(1, ge=1)
    forge: Literal["signature", "timestamp"] | None = None


class Disconnect(Body):
    reason: Literal["warning", "refresh_requested"] = "refresh_requested"


class Fault(Body):
    method: str
    times: int = Field(1, ge=1)
    channel: str | None = None
    error: str | None = None
    status: int | None = None
    retry_after: int | None = None
    delay_seconds: float = 0.0
    drop: bool = False
