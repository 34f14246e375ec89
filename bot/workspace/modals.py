"""Views on their way: each member's stack of modals, and their Home tab."""

import secrets
import time
from dataclasses import replace

from bot.workspace import blocks as block_kit
from bot.workspace.elements import initial_values, kept_values
from bot.workspace.refused import Refused
from bot.workspace.state import Json, View
from bot.workspace.workspace import Workspace

DEEPEST = 3


def open_modal(workspace: Workspace, user: str, body: Json) -> View:
    """A new stack. Slack shows one to a member at a time, so one that was open is gone."""
    workspace.state.modals[user] = []
    return push_modal(workspace, user, body)


def push_modal(workspace: Workspace, user: str, body: Json) -> View:
    """A view on top of what a member, by id, has open. Raises Refused("push_limit_reached") above DEEPEST."""
    stack = workspace.state.modals.setdefault(user, [])
    if len(stack) >= DEEPEST:
        raise Refused("push_limit_reached")
    view = _new(user, body)
    if stack:
        view = replace(view, root_view_id=stack[0].id, previous_view_id=stack[-1].id)
    stack.append(view)
    workspace.changed()
    return view


def update(workspace: Workspace, view: View, body: Json) -> View:
    """Draw a view anew; what the member typed stays where the ids are the same. Raises ValueError if it is closed."""
    body = _stored(body)
    values = kept_values(body["blocks"], view.values)
    return keep(workspace, replace(view, body=body, hash=_new_hash(), values=values, drawn=values))


def publish_home(workspace: Workspace, user: str, body: Json) -> View:
    """Draw a member's Home tab, by their id. Its id stays, its hash is new, and nothing is typed in it."""
    before = workspace.state.homes.get(user)
    view = _new(user, body)
    if before:
        view = replace(view, id=before.id, root_view_id=before.id)
    workspace.state.homes[user] = view
    workspace.changed()
    return view


def keep(workspace: Workspace, view: View) -> View:
    """Put a changed view where it was. Raises ValueError where it is closed."""
    stack = workspace.state.modals.get(view.user, [])
    if view.body["type"] == "home":
        workspace.state.homes[view.user] = view
    else:
        stack[[each.id for each in stack].index(view.id)] = view
    workspace.changed()
    return view


def pop(workspace: Workspace, view: View) -> None:
    """Take a view off its member's stack, wherever it stands there; if it is gone already, so much the better."""
    stack = workspace.state.modals.get(view.user, [])
    workspace.state.modals[view.user] = [each for each in stack if each.id != view.id]
    workspace.changed()


def clear(workspace: Workspace, user: str) -> None:
    """Close all that a member, by id, has open."""
    workspace.state.modals.pop(user, None)
    workspace.changed()


def check_hash(view: View, wanted: str | None) -> None:
    """Raise Refused("hash_conflict") where a hash is given and the view has changed since it was the view's."""
    if wanted and wanted != view.hash:
        raise Refused("hash_conflict")


def _new(user: str, body: Json) -> View:
    view_id = "V" + secrets.token_hex(5).upper()
    body = _stored(body)
    values = initial_values(body["blocks"])
    return View(
        id=view_id,
        hash=_new_hash(),
        user=user,
        body=body,
        values=values,
        drawn=values,
        root_view_id=view_id,
    )


def _stored(body: Json) -> Json:
    return body | {"blocks": block_kit.stored(body.get("blocks") or [])}


def _new_hash() -> str:
    return f"{int(time.time())}.{secrets.token_urlsafe(6)}"
