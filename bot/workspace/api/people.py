"""users.*, usergroups.*, team.* and bots.*: who is there. auth.*, api.* and apps.*: who is asking."""

from bot.workspace.api.arguments import flag, page, required
from bot.workspace.api.method import TIER_2, TIER_3, TIER_4, Method
from bot.workspace.refused import Refused
from bot.workspace.sample import APP_ID, BOT_ID, BOT_NAME, BOT_USER_ID, TEAM_DOMAIN, TEAM_ID
from bot.workspace.shapes import CREATED, member_json, team_json, usergroup_json
from bot.workspace.state import Json, Usergroup
from bot.workspace.workspace import Workspace


def api_test(_workspace: Workspace, arguments: Json) -> Json:
    """api.test: the arguments back. Raises Refused with the `error` that they ask for."""
    if "error" in arguments:
        raise Refused(arguments["error"], args=arguments)
    return {"args": arguments}


def auth_test(_workspace: Workspace, _arguments: Json) -> Json:
    """auth.test: who the bot token belongs to, and where."""
    return {
        "url": f"https://{TEAM_DOMAIN}.slack.com/",
        "team": "Numberdesk Local",
        "user": BOT_NAME,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def open_connection(workspace: Workspace, _arguments: Json) -> Json:
    """apps.connections.open: an address for one Socket Mode connection."""
    address = workspace.url.replace("http", "ws", 1)
    return {"url": f"{address}/link?ticket={workspace.socket_mode.new_ticket()}"}


def user_info(workspace: Workspace, arguments: Json) -> Json:
    """users.info: a member, by id; their `locale` where it is asked for. Raises Refused("user_not_found")."""
    member = workspace.state.members.get(required(arguments, "user"))
    if member is None:
        raise Refused("user_not_found")
    return {"user": member_json(member, include_locale=flag(arguments, "include_locale"))}


def list_users(workspace: Workspace, arguments: Json) -> Json:
    """users.list: all members, also the desk and who is deactivated. Raises Refused as arguments.page does."""
    members, more = page(arguments, list(workspace.state.members.values()))
    locale = flag(arguments, "include_locale")
    return {"members": [member_json(member, include_locale=locale) for member in members], **more}


def list_usergroups(workspace: Workspace, arguments: Json) -> Json:
    """usergroups.list: all user groups, on one page."""
    users = flag(arguments, "include_users")
    groups = workspace.state.usergroups.values()
    return {"usergroups": [usergroup_json(group, include_users=users) for group in groups]}


def list_users_of_usergroup(workspace: Workspace, arguments: Json) -> Json:
    """usergroups.users.list: the ids of who is in a user group. Raises Refused("no_such_subteam")."""
    return {"users": list(_usergroup(workspace, required(arguments, "usergroup")).users)}


def team_info(_workspace: Workspace, _arguments: Json) -> Json:
    """team.info: the workspace."""
    return {"team": team_json()}


def bot_info(_workspace: Workspace, arguments: Json) -> Json:
    """bots.info: the desk's bot, which is the only one. Raises Refused("bot_not_found")."""
    if arguments.get("bot", BOT_ID) != BOT_ID:
        raise Refused("bot_not_found")
    bot = {"id": BOT_ID, "deleted": False, "name": BOT_NAME, "updated": CREATED, "app_id": APP_ID}
    return {"bot": bot | {"user_id": BOT_USER_ID, "icons": {}}}


METHODS = {
    "api.test": Method(api_test, caller="anyone"),
    "auth.test": Method(auth_test),
    "apps.connections.open": Method(open_connection, caller="app"),
    "users.info": Method(user_info, ("users:read",), TIER_4),
    "users.list": Method(list_users, ("users:read",), TIER_2),
    "usergroups.list": Method(list_usergroups, ("usergroups:read",), TIER_2),
    "usergroups.users.list": Method(list_users_of_usergroup, ("usergroups:read",), TIER_2),
    "team.info": Method(team_info, ("team:read",), TIER_3),
    "bots.info": Method(bot_info, ("users:read",), TIER_3),
}


def _usergroup(workspace: Workspace, usergroup_id: str) -> Usergroup:
    if usergroup_id not in workspace.state.usergroups:
        raise Refused("no_such_subteam")
    return workspace.state.usergroups[usergroup_id]
