"""What a member is told in words: what went wrong, what is not allowed, what is over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from handlers.kit.blocks import LABEL, actions, cut, runs, section
from handlers.kit.member import Click
from handlers.kit.messages import code, plain, say
from handlers.kit.refusals import AccessRefusal, Refusal, RoleRefusal
from handlers.kit.reply import Reply, says, wrong
from handlers.kit.words import COMMAND, BadField, BadInput
from store.folding import kept
from store.workspaces.types import Circle, Who, Workspace

_ECHO = 80  # so much of what was typed is shown again
_WHO = {Circle.ANYONE: "who-anyone", Circle.GROUP: "who-group", Circle.ADMINS: "who-admins"}  # named are none
_COMMAND = 300  # nobody wants a longer command corrected; five of them, escaped, fit in a section


def bad_input(locale: str, bad: BadInput, nonce: str) -> Reply:
    """Say what was wrong, and show commands that would do."""
    said = say(locale, bad.key, command=COMMAND, **_echo(bad.values, plain))
    return corrected(locale, says(said), bad.corrected, nonce)


def in_a_window(locale: str, command: str, nonce: str) -> Reply:
    """What was asked for is a window, which Slack opens only at a press: so a button that asks for it again."""
    said = say(locale, "needs-a-window")
    return says(said, section(said), actions(runs(say(locale, "button-open"), command, nonce)))


def bad_field(locale: str, bad: BadField) -> Reply:
    """Leave the modal open, with the reason at its field."""
    # Slack shows these as they are: nothing in them mentions or links, so nothing is escaped.
    return wrong(bad.field, say(locale, bad.key, **_echo(bad.values, str)))


def refused(locale: str, refusal: Refusal, **values: str | int) -> Reply:
    """Say why not, and what would change it."""
    return Reply(text=say(locale, refusal.value, command=COMMAND, **values), refusal=refusal.value)


def refused_as_asked(click: Click, refusal: Refusal, *instead: str, **values: str | int) -> Reply:
    """Say why not, and show commands that could be given instead."""
    locale = click.member.locale
    return corrected(locale, refused(locale, refusal, **values), instead, click.key)


def may_not(locale: str, refusal: Refusal, workspace: Workspace) -> Reply:
    """Say who may do this, where the member may not."""
    roles = workspace.roles
    who: dict[Refusal, Who] = {
        RoleRefusal.MAY_NOT_SEARCH: roles.search,
        RoleRefusal.MAY_NOT_RESERVE: roles.reserve,
        RoleRefusal.MAY_NOT_SET: roles.settings,
        RoleRefusal.MAY_NOT_MANAGE: roles.manage,
        RoleRefusal.MAY_NOT_PORT: roles.port,
        RoleRefusal.MAY_NOT_FETCH: roles.letters,
    }
    return (
        refused(locale, refusal, who=who_in_words(locale, who[refusal])) if refusal in who else refused(locale, refusal)
    )


def not_here(locale: str, workspace: Workspace) -> Reply:
    """Say in which channels the desk may be used."""
    channels = dict.fromkeys([*workspace.channels, *([workspace.notices] if workspace.notices else [])])
    return refused(locale, AccessRefusal.NOT_HERE, channels=", ".join(f"<#{channel}>" for channel in channels))


def corrected(locale: str, reply: Reply, commands: Sequence[str], nonce: str) -> Reply:
    """Add commands that would do, each with a button that runs it."""
    short = [command for command in commands if len(code(command)) <= _COMMAND]
    if not short:
        return reply
    hint = say(locale, "try-this" if len(short) == 1 else "try-one-of")
    text = "\n".join([reply.text, hint, *(code(f"{COMMAND} {command}") for command in short)])
    buttons = [runs(_in_a_line(command, LABEL), command, nonce, turn=True, at=at) for at, command in enumerate(short)]
    return replace(says(text, section(text), actions(*buttons)), refusal=reply.refusal)


def _echo(values: Mapping[str, str | int], written: Callable[[str], str]) -> dict[str, str | int]:
    """What a member typed, to be shown again."""
    return {
        name: written(_in_a_line(value, _ECHO)) if isinstance(value, str) else value for name, value in values.items()
    }


def _in_a_line(text: str, most: int) -> str:
    return cut(kept(text), most)


def who_in_words(locale: str, who: Who) -> str:
    """Those who have a role, in words."""
    return say(locale, _WHO[who.circle], group=f"<!subteam^{who.group}>")
