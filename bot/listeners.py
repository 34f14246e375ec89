"""Slack's payloads to handlers, and their replies back. No rules here.

Dispatch is inline, so a command's and a modal's reply rides in the ack. A button's ack is empty; its reply goes to
its response_url, or opens a modal.
"""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, ParamSpec

import structlog
from slack_bolt import Ack, App, BoltContext, BoltRequest
from slack_sdk import WebClient

from bot import failures
from bot.arrival import ON_THE_WAY, time_left
from bot.directory import FAILURES, LEFT_TO_ANSWER, Directory
from bot.modals import open_modal, placed, push_modal, update_modal, where_pressed
from bot.responses import as_message, respond
from bot.slack_errors import told
from handlers import approvals, desk, home, ports
from handlers.kit import answers
from handlers.kit import fields as payload
from handlers.kit.fields import unpacked
from handlers.kit.member import Click
from handlers.kit.note import note
from handlers.kit.reply import Reply, says, wrong
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.words import COMMAND, BadInput
from store import deadline
from store.types import ChannelId, UserId, WorkspaceId

NOWHERE = ChannelId("")
_ANY = re.compile(".*")
_TIME_LEFT = "time_left"
_TO_ASK_WHO = 0.5  # seconds at least

Json = dict[str, Any]
Given = ParamSpec("Given")
log = structlog.get_logger()


def _in_time(listener: Callable[Given, None]) -> Callable[Given, None]:
    """An interaction: what is not done of it while Slack waits for the answer is not done."""

    @wraps(listener)
    def waited_for(*args: Given.args, **kwargs: Given.kwargs) -> None:
        context: Any = kwargs["context"]
        with deadline.within(context[_TIME_LEFT]):
            listener(*args, **kwargs)

    return waited_for


class Listeners:
    """What the app listens to: Slack waits so many seconds for an answer; `nudge` follows each, for what is owed."""

    def __init__(self, tools: Tools, directory: Directory, nudge: Callable[[], None], *, waits: float) -> None:
        self._tools = tools
        self._directory = directory
        self._nudge = nudge
        self._waits = waits

    def listen(self, app: App) -> None:
        """Register all listeners."""
        app.error(failures.of_listener)
        app.use(self.on_arrival)
        app.command(COMMAND)(self.on_command)
        app.action(_ANY)(self.on_press)
        app.view(_ANY)(self.on_submit)
        app.options(_ANY)(self.on_find)
        app.shortcut(_ANY)(self.on_shortcut)
        app.event("app_mention")(self.on_mention)
        app.event("message")(self.on_message)
        app.event("app_home_opened")(self.on_home)
        app.event("user_change")(self.on_user_change)
        app.event("subteam_members_changed")(self.on_group_change)
        for event in ("member_joined_channel", "member_left_channel"):
            app.event(event)(self.on_coming_or_going)

    def on_arrival(self, request: BoltRequest, context: BoltContext, next_: Callable[[], None]) -> None:
        """Whatever comes: for how long it is waited for."""
        context[_TIME_LEFT] = time_left(self._waits, request.headers, self._tools.real_now())
        next_()

    @_in_time
    def on_command(self, ack: Ack, command: Json, context: BoltContext, client: WebClient) -> None:
        """A slash command: its answer rides in the ack."""
        channel = ChannelId(command.get("channel_id") or "")
        click = self._click(context, command["user_id"], command["trigger_id"], channel)
        text = command.get("text") or ""
        reply = self._answer(click, f"command {text[:60]}", lambda by: desk.type_command(self._tools, by, text))
        if reply.view:
            reply = open_modal(client, command["trigger_id"], reply.view, click)
        if reply.text and deadline.left() <= -ON_THE_WAY:
            ack()  # which Slack does not read any more
            respond(command["response_url"], as_message(reply))
            return
        ack(as_message(reply) if reply.text else "")

    @_in_time
    def on_press(self, ack: Ack, body: Json, action: Json, context: BoltContext, client: WebClient) -> None:
        """A button was pressed or a menu used: Slack reads nothing in the ack, so the answer follows."""
        ack()
        action_id, value = str(action["action_id"]), unpacked(_chosen(action))
        channel, message = where_pressed(body)
        click = self._click(context, body["user"]["id"], f"{action_id} {payload.nonce(value)}", channel, message)
        pressed_in = body.get("view") or {}
        fields = (pressed_in.get("state") or {}).get("values") or {}
        reply = self._answer(
            click, f"press {action_id}", lambda by: desk.press(self._tools, by, action_id, value, fields)
        )
        if reply.view and reply.pushes and pressed_in.get("type") == "modal":
            push_modal(client, body["trigger_id"], pressed_in["id"], reply.view, click)
        elif reply.view and pressed_in.get("type") == "modal":
            update_modal(client, pressed_in["id"], reply.view, click)
        elif reply.view:
            reply = open_modal(client, body["trigger_id"], reply.view, click)
        if not reply.text:
            return
        if url := body.get("response_url"):
            respond(url, as_message(reply) | {"replace_original": payload.turns(value)})
            return
        said = note(click.member.locale, reply).to_dict()
        if pressed_in.get("type") == "modal":
            update_modal(client, pressed_in["id"], said, click)  # Slack stacks no more than three
        else:
            open_modal(client, body["trigger_id"], said, click)

    @_in_time
    def on_submit(self, ack: Ack, body: Json, view: Json, context: BoltContext, client: WebClient) -> None:
        """A modal was sent: errors at its fields, the next modal or words in its place ride in the ack."""
        fields, metadata = view["state"]["values"], view.get("private_metadata") or ""
        # A modal in steps is sent once for each, with another hash each time.
        key = f"{view['id']} {view.get('hash')}"
        click = self._click(context, body["user"]["id"], key, *payload.place(unpacked(metadata)), view=view["id"])
        reply = self._answer(
            click,
            f"submit {view['callback_id']}",
            lambda by: desk.submit(self._tools, by, view["callback_id"], metadata, fields),
            # Where nothing was changed, nothing that was typed is lost.
            lambda text: wrong(next(iter(fields)), text) if fields else says(text),
        )
        below = view.get("previous_view_id")
        if reply.errors:
            ack(response_action="errors", errors=dict(reply.errors))
        elif reply.view and reply.returns and below:
            # The answer leaves when all this is done, so the one below is new before it is seen.
            ack()
            update_modal(client, below, reply.view, click)
        elif reply.view:
            ack(response_action="update", view=placed(reply.view, click))
        elif reply.text:
            ack(response_action="update", view=placed(note(click.member.locale, reply).to_dict(), click))
        else:
            ack()

    @_in_time
    def on_find(self, ack: Ack, body: Json, context: BoltContext) -> None:
        """Something was typed into a list that finds as one types: options, none where that cannot be read."""
        click = self._click(context, body["user"]["id"], "")
        metadata = (body.get("view") or {}).get("private_metadata") or ""
        try:
            options = desk.find(self._tools, click, str(body["action_id"]), metadata, str(body.get("value") or ""))
        except BadInput:
            options = []
        ack(options=options)

    @_in_time
    def on_shortcut(self, ack: Ack, body: Json, context: BoltContext, client: WebClient) -> None:
        """A shortcut was used, on a message or anywhere: the answer follows, for Slack reads nothing in the ack."""
        ack()
        callback, channel = str(body["callback_id"]), ChannelId((body.get("channel") or {}).get("id") or "")
        text = str((body.get("message") or {}).get("text") or "")
        click = self._click(context, body["user"]["id"], body["trigger_id"], channel)
        reply = self._answer(
            click, f"shortcut {callback}", lambda by: desk.use_shortcut(self._tools, by, callback, text)
        )
        if reply.view or not body.get("response_url"):
            open_modal(client, body["trigger_id"], reply.view or note(click.member.locale, reply).to_dict(), click)
        else:
            respond(body["response_url"], as_message(reply))

    def on_mention(self, event: Json, body: Json, context: BoltContext, client: WebClient) -> None:
        """The desk was spoken to: what follows its name is a command, answered there, to that member alone."""
        if "bot_id" in event or not event.get("user"):
            return
        channel, user = ChannelId(event["channel"]), event["user"]
        click = self._click(context, user, str(body.get("event_id") or event["ts"]), channel)
        named = re.compile(rf".*?<@{context.bot_user_id}(\|[^>]*)?>", re.DOTALL)
        text = named.sub("", str(event.get("text") or ""), count=1).strip()
        reply = self._answer(click, f"mention {text[:60]}", lambda by: desk.type_command(self._tools, by, text))
        if reply.view:
            reply = answers.in_a_window(click.member.locale, text, click.key)
        message = {key: value for key, value in as_message(reply).items() if key != "response_type"}
        try:
            client.chat_postEphemeral(channel=channel, user=user, thread_ts=event.get("thread_ts"), **message)
        except FAILURES as failure:
            log.warning("a mention was not answered", error=told(failure))

    def on_message(self, event: Json, context: BoltContext) -> None:
        """A member said something, edited it or took it back: heeded where it concerns a port order, else dropped."""
        if ports.heed(self._tools, _workspace(context), event):
            self._nudge()

    def on_home(self, event: Json, context: BoltContext, client: WebClient) -> None:
        """A member looks at their Home tab; where it cannot be drawn now it is owed."""
        if event.get("tab") != "home":
            return
        click = self._click(context, event["user"], str(event.get("event_ts")))
        try:
            client.views_publish(user_id=event["user"], view=home.opened(self._tools, click).to_dict())
        except (*FAILURES, SlackSilent) as failure:
            log.warning("the home tab was not drawn", error=told(failure))
            home.draw_later(self._tools, click)

    def on_user_change(self, event: Json, context: BoltContext) -> None:
        """Something about a member is different: what was known of them is forgotten."""
        self._directory.forget_member(_workspace(context), UserId(event["user"]["id"]))
        self._look_again(context)

    def on_coming_or_going(self, event: Json, context: BoltContext) -> None:
        """A member came to a channel or left it: which channels they are in is forgotten."""
        self._directory.forget_channels(_workspace(context), UserId(event["user"]))
        self._look_again(context)

    def on_group_change(self, context: BoltContext) -> None:
        """A user group has other members: what was known of groups is forgotten."""
        self._directory.forget_groups(_workspace(context))
        self._look_again(context)

    def _look_again(self, context: BoltContext) -> None:
        """Who can approve what waits may be others now."""
        approvals.look_again(self._tools, _workspace(context))

    def _click(
        self, context: BoltContext, user: str, key: str, channel: ChannelId = NOWHERE, message: str = "", view: str = ""
    ) -> Click:
        # What comes too late is told so all the same, in the member's language.
        with deadline.within(max(deadline.left(), LEFT_TO_ANSWER + _TO_ASK_WHO)):
            member = self._directory.member(_workspace(context), UserId(user))
        return Click(member=member, channel=channel, key=key, message=message, view=view)

    def _decided(self, click: Click, work: Callable[[Click], Reply]) -> Reply:
        """What comes of it. A refusal by what Slack said a while ago is thought over with what it says now."""
        reply, member = work(click), click.member
        if reply.refusal not in self._tools.features.by_slacks_word or not self._directory.forget_member(
            member.workspace, member.user
        ):
            return reply
        return work(replace(click, member=self._directory.member(member.workspace, member.user)))

    def _answer(
        self, click: Click, what: str, work: Callable[[Click], Reply], failed: Callable[[str], Reply] = says
    ) -> Reply:
        """What to say of it, and one line in the log; a failure is told as `failed` does."""
        began = time.perf_counter()
        try:
            deadline.check()
            reply, outcome = self._decided(click, work), "answered"
        except Exception as failure:
            reply, outcome = failures.in_words(click, failure, failed)
        else:
            self._nudge()
        log.info(
            "interaction",
            workspace=click.member.workspace,
            member=click.member.user,
            what=what,
            outcome=reply.refusal or outcome,
            ms=round((time.perf_counter() - began) * 1000, 1),
        )
        return reply


def _chosen(action: Json) -> str:
    """What a button carries, or the option that was chosen from a menu."""
    return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")


def _workspace(context: BoltContext) -> WorkspaceId:
    # The workspace the app is installed in, not that of a guest from elsewhere who is clicking.
    authorized = context.authorize_result
    return WorkspaceId((authorized.team_id if authorized else None) or context.team_id or "")
