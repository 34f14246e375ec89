"""Slack's payloads to handlers, and their replies back. No rules here.

Dispatch is inline, so a command's and a modal's reply rides in the ack. A button's ack is empty; its reply goes to
its response_url, or opens a modal.
"""

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient
from sqlalchemy.exc import OperationalError

from bot.directory import FAILURES, Directory, told
from handlers import desk, home, payloads
from handlers.member import Click
from handlers.messages import say
from handlers.parse import BadField, BadInput
from handlers.reply import DONE, Reply, says
from handlers.requests import COMMAND
from handlers.tools import SlackSilent, Tools
from handlers.views import acquire, answers
from handlers.views.note import note
from store import workspaces
from store.types import ChannelId, UserId, WorkspaceId

ANSWER_WITHIN = 2  # seconds, for the one call that answers a click
_ANY = re.compile(".*")

Json = dict[str, Any]
log = structlog.get_logger()


class Listeners:
    """What the app listens to; `nudge` is called after each, for there may be something owed."""

    def __init__(self, tools: Tools, directory: Directory, nudge: Callable[[], None]) -> None:
        self._tools = tools
        self._directory = directory
        self._nudge = nudge

    def listen(self, app: App) -> None:
        """Register all listeners."""
        app.command(COMMAND)(self.on_command)
        app.action(_ANY)(self.on_press)
        app.view(_ANY)(self.on_submit)
        app.options(acquire.FIND_ACTION)(self.on_find)
        app.event("app_home_opened")(self.on_home)
        app.event("user_change")(self.on_user_change)

    def on_command(self, ack: Ack, command: Json, context: BoltContext, client: WebClient) -> None:
        click = self._click(context, command["user_id"], command.get("channel_id"), command["trigger_id"])
        text = command.get("text") or ""
        reply = self._answer(click, f"command {text[:60]}", lambda: desk.type_command(self._tools, click, text))
        if reply.view:
            reply = _open(client, command["trigger_id"], reply.view, click.member.locale)
        ack(_as_message(reply) if reply.text else "")

    def on_press(self, ack: Ack, body: Json, action: Json, context: BoltContext, client: WebClient) -> None:
        ack()
        action_id, value = str(action["action_id"]), payloads.carried(action.get("value"))
        channel = (body.get("channel") or {}).get("id")
        click = self._click(context, body["user"]["id"], channel, f"{action_id} {payloads.nonce(value)}")
        reply = self._answer(click, f"press {action_id}", lambda: desk.press(self._tools, click, action_id, value))
        url, locale = body.get("response_url"), click.member.locale
        if reply.view or not url:
            view = reply.view or note(locale, reply).to_dict()
            reply = _open(client, body["trigger_id"], view, locale)
        if url and reply.text:
            _respond(url, _as_message(reply) | {"replace_original": payloads.turns(value)})

    def on_submit(self, ack: Ack, body: Json, view: Json, context: BoltContext) -> None:
        click = self._click(context, body["user"]["id"], None, view["id"])
        fields, metadata = view["state"]["values"], view.get("private_metadata") or ""
        reply = self._answer(
            click,
            f"submit {view['callback_id']}",
            lambda: desk.submit(self._tools, click, view["callback_id"], metadata, fields),
        )
        if reply.errors:
            ack(response_action="errors", errors=dict(reply.errors))
        elif reply.text:
            ack(response_action="update", view=note(click.member.locale, reply).to_dict())
        else:
            ack()

    def on_find(self, ack: Ack, body: Json, context: BoltContext) -> None:
        click = self._click(context, body["user"]["id"], None, "")
        metadata = (body.get("view") or {}).get("private_metadata") or ""
        try:
            options = desk.find_numbers(self._tools, click, metadata, str(body.get("value") or ""))
        except BadInput:
            options = []
        ack(options=options)

    def on_home(self, event: Json, context: BoltContext, client: WebClient) -> None:
        if event.get("tab") != "home":
            return
        click = self._click(context, event["user"], None, str(event.get("event_ts")))
        try:
            client.views_publish(user_id=event["user"], view=home.home(self._tools, click).to_dict())
        except FAILURES as failure:
            log.warning("the home tab was not drawn", error=told(failure))

    def on_user_change(self, event: Json, context: BoltContext) -> None:
        self._directory.forget_member(_workspace(context), UserId(event["user"]["id"]))

    def _click(self, context: BoltContext, user: str, channel: str | None, key: str) -> Click:
        workspace = _workspace(context)
        member = self._directory.member(workspace, UserId(user), lambda: self._locale(workspace))
        return Click(member=member, channel=ChannelId(channel or ""), key=key)

    def _locale(self, workspace: WorkspaceId) -> str:
        with self._tools.reading() as db:
            return workspaces.find(db, workspace).locale

    def _answer(self, click: Click, what: str, work: Callable[[], Reply]) -> Reply:
        """What to say of it, and one line in the log. The one place where failures become words."""
        began, locale = time.perf_counter(), click.member.locale
        try:
            reply, outcome = work(), "answered"
        except BadInput as bad:
            reply, outcome = answers.bad_input(locale, bad, click.key), bad.key
        except BadField as bad:
            reply, outcome = answers.bad_field(locale, bad), bad.key
        except SlackSilent:
            reply, outcome = says(say(locale, "slack-silent")), "slack silent"
        except OperationalError as busy:
            log.warning("the database did not answer in time", error=type(busy.orig).__name__)
            reply, outcome = says(say(locale, "failed-busy")), "busy"
        except Exception:
            log.exception("handler failed")
            reply, outcome = says(say(locale, "failed")), "failed"
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


def _workspace(context: BoltContext) -> WorkspaceId:
    # The workspace the app is installed in, not that of a guest from elsewhere who is clicking.
    authorized = context.authorize_result
    return WorkspaceId((authorized.team_id if authorized else None) or context.team_id or "")


def _open(client: WebClient, trigger_id: str, view: Mapping[str, Any], locale: str) -> Reply:
    """Open a modal. What to say instead where Slack did not."""
    try:
        client.views_open(trigger_id=trigger_id, view=dict(view))
    except FAILURES as failure:
        log.warning("a modal was not opened", error=told(failure))
        return says(say(locale, "not-opened"))
    return DONE


def _as_message(reply: Reply) -> Json:
    blocks = {"blocks": list(reply.blocks)} if reply.blocks else {}
    return {"response_type": "ephemeral", "text": reply.text, **blocks}


def _respond(url: str, body: Json) -> None:
    try:
        answer = WebhookClient(url, timeout=ANSWER_WITHIN, retry_handlers=[]).send_dict(body)
    except FAILURES as failure:
        log.warning("a click was not answered", error=told(failure))
        return
    if answer.status_code != 200:
        log.warning("a click was not answered", status=answer.status_code)
