"""Entries of the record, a line each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from handlers.approvals.entries import ApprovalAction
from handlers.batches.entries import BatchAction
from handlers.holds.entries import HoldAction
from handlers.inventory.entries import InventoryAction
from handlers.kit.blocks import actions, brief, context, mention, pretty, runs, section, some
from handlers.kit.messages import moment, say
from handlers.kit.reply import Reply, says
from handlers.ports.entries import PortAction
from handlers.record.requests import Log, as_typed
from handlers.settings.entries import SettingsAction
from handlers.settings.views.changes import changes
from store.audit.types import Deed, Entry
from store.types import E164, UserId, is_channel

Values = dict[str, str | int]

PAGE = 10

_NAMED = 3  # numbers or members in a line; the rest is counted
_CHANGES = 6  # settings in a line
_LONGEST = 60  # of a reason
_TEXT = 3_000  # characters of lines beside the blocks, for those who have them read out


def log(locale: str, ask: Log, entries: Sequence[Entry], total: int, nonce: str) -> Reply:
    if not entries:
        return says(say(locale, "log-past-the-end", page=ask.page) if total else say(locale, "log-empty"))
    first = (ask.page - 1) * PAGE + 1
    shown = say(locale, "search-shown", first=first, last=first + len(entries) - 1, total=total)
    lines = [line(locale, entry) for entry in entries]
    blocks = [*map(section, lines), context(shown)]
    if first + len(entries) - 1 < total:
        older = as_typed(replace(ask, page=ask.page + 1))
        blocks.append(actions(runs(say(locale, "button-older"), older, nonce, turn=True)))
    return says(_spoken(lines).replace("*", ""), *blocks)


def _spoken(lines: Sequence[str]) -> str:
    """As many of the lines as may be read out."""
    until = accumulate(map(len, lines))
    return "\n".join(line for line, length in zip(lines, until, strict=True) if length <= _TEXT)


def line(locale: str, entry: Entry) -> str:
    """An entry in one line."""
    deed = entry.deed
    when = moment(deed.at)
    who = _who(locale, deed)
    done = say(locale, f"log-{deed.action}", **_VALUES.get(deed.action, _nothing)(locale, deed))
    where = f" · <#{deed.channel}>" if deed.channel and is_channel(deed.channel) else ""
    subject = f" · {deed.subject}" if deed.subject.startswith(("H-", "PO-", "B-", "+")) else ""
    return f"{when} · *{who}* {done}{subject}{where}"


def _who(locale: str, deed: Deed) -> str:
    """The one who did it by the name they had then; entries from before names were kept have none."""
    if deed.who is None:
        return say(locale, "log-the-clock")
    return brief(deed.name, _LONGEST) if deed.name else mention(deed.who)


def _nothing(_locale: str, _deed: Deed) -> Values:
    return {}


def _numbers(locale: str, deed: Deed) -> Values:
    numbers = deed.after["numbers"]
    named = ", ".join(f"`{pretty(E164(e164))}`" for e164 in numbers[:_NAMED])
    more = f" {say(locale, 'and-more', count=len(numbers) - _NAMED)}" if len(numbers) > _NAMED else ""
    return {"numbers": f"{named}{more}"}


def _acquired(locale: str, deed: Deed) -> Values:
    asker = deed.after.get("asked_by")  # where somebody else's approval made it so
    return {**_numbers(locale, deed), "asker": mention(UserId(asker)) if asker else "none"}


def _given_back(_locale: str, deed: Deed) -> Values:
    return {"count": deed.before["size"]}


def _approvals(_locale: str, deed: Deed) -> Values:
    return {"given": deed.after["approvals"], "needed": deed.after["needed"]}


def _lapsed(locale: str, deed: Deed) -> Values:
    return {
        **_approvals(locale, deed),
        "whose": " ".join(mention(UserId(user)) for user in deed.after["lapsed"][:_NAMED]),
    }


def _reason(_locale: str, deed: Deed) -> Values:
    reason = deed.after["reason"]
    return {"reason": brief(reason, _LONGEST)}


def _again(_locale: str, deed: Deed) -> Values:
    return {"again": deed.after["again"]}


def _changes(locale: str, deed: Deed) -> Values:
    said = changes(locale, deed)
    more = [say(locale, "and-more", count=len(said) - _CHANGES)] if len(said) > _CHANGES else []
    return {"changes": ", ".join([*said[:_CHANGES], *more]) or _NOTHING}


def _drafted(locale: str, deed: Deed) -> Values:
    return {**_numbers(locale, deed), "origin": deed.after.get("from", "none")}


def _edited(locale: str, deed: Deed) -> Values:
    fields = [say(locale, f"port-field-{name}") for name in deed.after]
    return {"fields": ", ".join(fields)}


def _order_moved(locale: str, deed: Deed) -> Values:
    foc, reason = deed.after.get("foc"), deed.after.get("reason")
    more = [moment(datetime.fromisoformat(foc))] if foc else []
    more += [say(locale, f"port-reason-{reason}")] if reason else []
    state = say(locale, f"port-state-{deed.after['state']}")
    return {"state": f"{state} ({', '.join(more)})" if more else state}


def _listed(_locale: str, deed: Deed) -> Values:
    return {"count": deed.after["added"], "file": brief(deed.after["file"], _LONGEST)}


def _divided(locale: str, deed: Deed) -> Values:
    return {"orders": some(locale, list(deed.after["orders"]), _NAMED)}


def _capacity(locale: str, deed: Deed) -> Values:
    return {"capacity": say(locale, f"port-capacity-{deed.after['capacity']}")}


def _alarm(locale: str, deed: Deed) -> Values:
    return {"alarm": say(locale, f"port-alarm-{deed.after['alarm']}")}


def _signer(_locale: str, deed: Deed) -> Values:
    return {"signer": brief(deed.after["signer"], _LONGEST) or _NOTHING}


def _service(_locale: str, deed: Deed) -> Values:
    return {"service": brief(str(deed.after.get("service") or deed.before.get("service")), _LONGEST)}


def _renamed(_locale: str, deed: Deed) -> Values:
    before, after = (brief(str(said["name"]), _LONGEST) for said in (deed.before, deed.after))
    return {"before": before, "service": after}


def _rests(_locale: str, deed: Deed) -> Values:
    return {"time": moment(datetime.fromisoformat(deed.after["until"]))}


def _batch(_locale: str, deed: Deed) -> Values:
    return {"verb": deed.after["verb"], "done": deed.after.get("done", 0), "count": deed.after["size"]}


def _rest_ended(_locale: str, deed: Deed) -> Values:
    return {"count": deed.before["size"]}


def _letter(_locale: str, deed: Deed) -> Values:
    return {"sha256": str(deed.after["sha256"])[:12]}


_NOTHING = "\N{EN DASH}"
_VALUES: dict[str, Callable[[str, Deed], Values]] = {
    HoldAction.RESERVED: _numbers,
    ApprovalAction.ASKED: _numbers,
    HoldAction.ACQUIRED: _acquired,
    HoldAction.RELEASED: _given_back,
    HoldAction.RAN_OUT: _given_back,
    ApprovalAction.APPROVED: _approvals,
    ApprovalAction.TAKEN_BACK: _approvals,
    ApprovalAction.LAPSED: _lapsed,
    ApprovalAction.DECLINED: _reason,
    HoldAction.HELD_AGAIN: _again,
    SettingsAction.SETTINGS_CHANGED: _changes,
    PortAction.PORT_DRAFTED: _drafted,
    PortAction.PORT_EDITED: _edited,
    PortAction.PORT_MOVED: _order_moved,
    PortAction.PORT_LISTED: _listed,
    PortAction.PORT_DIVIDED: _divided,
    PortAction.PORT_CAPACITY: _capacity,
    PortAction.PORT_REMINDED: _alarm,
    InventoryAction.ASSIGNED: _service,
    InventoryAction.UNASSIGNED: _service,
    InventoryAction.DEFAULT_CHANGED: _service,
    InventoryAction.SERVICE_RENAMED: _renamed,
    InventoryAction.NUMBER_RELEASED: _rests,
    BatchAction.RELEASE_ASKED: _numbers,
    BatchAction.BATCH_BEGUN: _batch,
    BatchAction.BATCH_DONE: _batch,
    BatchAction.BATCH_RESTORED: _numbers,
    BatchAction.REST_ENDED: _rest_ended,
    PortAction.LETTER_SIGNED: _letter,
    PortAction.LETTER_SIGNER: _signer,
}
