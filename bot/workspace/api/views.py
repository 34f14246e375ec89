"""views.*: modals opened, pushed and updated, the Home tab published."""

from bot.workspace import checks, modals
from bot.workspace.api.arguments import required
from bot.workspace.api.method import TIER_4, Method
from bot.workspace.refused import Refused
from bot.workspace.shapes import view_json
from bot.workspace.state import Json, View
from bot.workspace.workspace import Workspace


def open_view(workspace: Workspace, arguments: Json) -> Json:
    """views.open: a modal for whoever did something just now, on top of the one they did it in, or alone.

    Raises Refused: invalid_trigger_id, exchanged_trigger_id, expired_trigger_id, duplicate_external_id,
    push_limit_reached, or as checks.view does.
    """
    # What is wrong with the view is found before the trigger is spent.
    body = _new_modal(workspace, arguments)
    trigger = workspace.triggers.use_trigger(required(arguments, "trigger_id"))
    add = modals.push_modal if _is_open(workspace, trigger.user, trigger.view_id) else modals.open_modal
    return {"view": view_json(add(workspace, trigger.user, body))}


def push(workspace: Workspace, arguments: Json) -> Json:
    """views.push: a modal on top of the one that was pressed in.

    Raises Refused: not_found (it is closed), or as open_view does.
    """
    body = _new_modal(workspace, arguments)
    trigger = workspace.triggers.use_trigger(required(arguments, "trigger_id"))
    if not _is_open(workspace, trigger.user, trigger.view_id):
        raise Refused("not_found")  # pushed on what? the modal it was pressed in is closed
    return {"view": view_json(modals.push_modal(workspace, trigger.user, body))}


def update(workspace: Workspace, arguments: Json) -> Json:
    """views.update: draw a view anew, by `view_id` or `external_id`, with what is typed in it kept.

    Raises Refused: not_found, hash_conflict, invalid_arguments (another type), or as checks.view does.
    """
    body = checks.view(arguments.get("view"), "modal", "home")
    view = _wanted(workspace, arguments)
    modals.check_hash(view, arguments.get("hash"))
    if body["type"] != view.body["type"]:
        raise checks.invalid_arguments(["view type cannot be changed [json-pointer:/view/type]"])
    return {"view": view_json(modals.update(workspace, view, body))}


def publish(workspace: Workspace, arguments: Json) -> Json:
    """views.publish: draw a member's Home tab.

    Raises Refused: user_not_found, hash_conflict, or as checks.view does.
    """
    body = checks.view(arguments.get("view"), "home")
    user = required(arguments, "user_id")
    if user not in workspace.state.members:
        raise Refused("user_not_found")
    if before := workspace.state.homes.get(user):
        modals.check_hash(before, arguments.get("hash"))
    return {"view": view_json(modals.publish_home(workspace, user, body))}


METHODS = {
    "views.open": Method(open_view, per_minute=TIER_4),
    "views.push": Method(push, per_minute=TIER_4),
    "views.update": Method(update, per_minute=TIER_4),
    "views.publish": Method(publish, per_minute=TIER_4),
}


def _is_open(workspace: Workspace, user: str, view_id: str | None) -> bool:
    return view_id in [view.id for view in workspace.state.modals.get(user, [])]


def _wanted(workspace: Workspace, arguments: Json) -> View:
    if view_id := arguments.get("view_id"):
        return workspace.state.view(view_id)
    view = _by_external_id(workspace, required(arguments, "external_id"))
    if view is None:
        raise Refused("not_found")
    return view


def _new_modal(workspace: Workspace, arguments: Json) -> Json:
    body = checks.view(arguments.get("view"), "modal")
    if "external_id" in body and _by_external_id(workspace, body["external_id"]):
        raise Refused("duplicate_external_id")
    return body


def _by_external_id(workspace: Workspace, external_id: str) -> View | None:
    views = (view for stack in workspace.state.modals.values() for view in stack)
    return next((view for view in views if view.body.get("external_id") == external_id), None)
