"""What a member is told in words: what went wrong, what is not allowed, what is over."""

from textwrap import shorten

from handlers.messages import code, plain, say, slack_time
from handlers.parse import BadField, BadInput
from handlers.reply import Reply, says, wrong
from handlers.requests import COMMAND
from handlers.rules import Refusal
from handlers.views.parts import actions, mention, runs, section
from store.types import Hold, HoldId, Outcome

_ECHO = 80  # so much of what was typed is shown again
_LABEL = 75  # Slack's limit for a button's text
_COMMAND = 300  # nobody wants a longer command corrected


def bad_input(locale: str, bad: BadInput, nonce: str) -> Reply:
    """Say what was wrong, and show commands that would do, each with a button that runs it."""
    said = say(locale, bad.key, **{name: _echo(value) for name, value in bad.values.items()})
    corrected = [command for command in bad.corrected if len(command) <= _COMMAND]
    if not corrected:
        return says(said)
    hint = say(locale, "try-this" if len(corrected) == 1 else "try-one-of")
    text = "\n".join([said, hint, *(code(f"{COMMAND} {command}") for command in corrected)])
    buttons = [
        runs(shorten(command, _LABEL, placeholder="…"), command, nonce, turn=True, at=at)
        for at, command in enumerate(corrected)
    ]
    return says(text, section(text), actions(*buttons))


def bad_field(locale: str, bad: BadField) -> Reply:
    """Leave the modal open, with the reason at its field."""
    return wrong(bad.field, say(locale, bad.key, **{name: _echo(value) for name, value in bad.values.items()}))


def refused(locale: str, refusal: Refusal, **values: str | int) -> Reply:
    return Reply(text=say(locale, refusal.value, command=COMMAND, **values), refusal=refusal.value)


def no_such_hold(locale: str, hold: HoldId) -> Reply:
    return says(say(locale, "no-such-hold", hold=f"H-{hold}"))


def over(locale: str, hold: Hold) -> str:
    """Say how a hold that is not live came to its end."""
    by = mention(hold.closed_by or hold.held_by)
    time = slack_time(hold.closed_at or hold.until)
    match hold.outcome:
        case Outcome.ACQUIRED:
            return say(locale, "hold-was-acquired", hold=hold.name, by=by, count=hold.acquired, time=time)
        case Outcome.RELEASED:
            return say(locale, "hold-was-released", hold=hold.name, by=by, time=time)
        case _:
            return say(locale, "hold-ran-out", hold=hold.name, time=time)


def _echo(value: str | int) -> str | int:
    return plain(shorten(value, _ECHO, placeholder="…")) if isinstance(value, str) else value
