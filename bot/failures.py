"""The one place where failures become words, or what Slack is told: what went wrong, and whether anything changed."""

from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from bot.directory import FAILURES
from bot.responses import as_message, respond
from bot.slack_errors import told
from handlers.kit import answers
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import SlackSilent
from handlers.kit.transaction import Unconfirmed
from handlers.kit.words import BadField, BadInput
from store.deadline import TooLate
from store.troubles import Trouble, first_line, trouble_of
from store.workspaces.types import LOCALES

_TROUBLES = {
    Trouble.BUSY: "failed-busy",
    Trouble.AWAY: "failed-away",
    Trouble.FULL: "failed-full",
    Trouble.READ_ONLY: "failed-read-only",
    Trouble.SCHEMA: "failed-schema",
}
# What goes by itself, and what somebody has to do something about.
_PASSING = (Trouble.BUSY, Trouble.AWAY)

log = structlog.get_logger()


def in_words(click: Click, failure: Exception, failed: Callable[[str], Reply]) -> tuple[Reply, str]:
    """What a member is told of a failure, and its name in the log; `failed` says what is nobody's mistake."""
    locale = click.member.locale
    match failure:
        case BadInput():
            return answers.bad_input(locale, failure, click.key), failure.key
        case BadField():
            return answers.bad_field(locale, failure), failure.key
        case SlackSilent():
            return failed(say(locale, "slack-silent")), "slack silent"
        case TooLate():
            return failed(say(locale, "failed-late")), "too late"
        case Unconfirmed():
            log.error("it is not known whether a change was kept", error=first_line(failure.__cause__ or failure))
            return failed(say(locale, "failed-unconfirmed")), "unconfirmed"
    trouble = trouble_of(failure)
    if trouble is None:
        log.error("handler failed", exc_info=failure)
        return failed(say(locale, "failed")), "failed"
    tell = log.warning if trouble in _PASSING else log.error
    tell("the database failed", trouble=trouble, error=first_line(failure))
    return failed(say(locale, _TROUBLES[trouble])), trouble


def of_listener(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """No listener takes what came, or one failed, or Slack did not even say whose desk this is: what Slack is told."""
    match error:
        case BoltUnhandledRequestError():
            is_event = body.get("type") in ("event_callback", "app_rate_limited")  # which Slack has not for an answer
            log.warning("nobody listens", type=body.get("command") or body.get("type"))
            return BoltResponse(status=200 if is_event else 400)
        case SlackSilent():
            log.warning("an event is to be told again: slack did not say what must be known")
            return BoltResponse(status=503)
    if isinstance(error, FAILURES):
        return _before_anything(body, error)
    log.error("a listener failed", exc_info=error)
    return BoltResponse(status=500)


def _before_anything(body: dict[str, Any], failure: Exception) -> BoltResponse:
    """Slack did not say whose desk this is, which a process asks it once: nothing was begun.

    Who typed or pressed something is told so, in all languages, for theirs is not known. An event comes again; a modal
    stays open with Slack's own words.
    """
    log.warning("slack did not say whose desk this is", error=told(failure))
    answer = as_message(says("\n".join(say(locale, "slack-silent") for locale in LOCALES)))
    if "command" in body:
        return BoltResponse(status=200, body=answer)
    if not body.get("response_url"):
        return BoltResponse(status=503)
    respond(body["response_url"], answer)
    return BoltResponse(status=200)
