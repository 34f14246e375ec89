"""The one place where failures become words: what went wrong, and whether anything was changed."""

from collections.abc import Callable

import structlog

from handlers.kit import answers
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent
from handlers.kit.transaction import Unconfirmed
from handlers.kit.words import BadField, BadInput
from store.deadline import TooLate
from store.troubles import Trouble, first_line, trouble_of

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
