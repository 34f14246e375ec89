"""/numbers report: the quota used over the last 90 days, and numbers by country, as a picture."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.requests import Report
from handlers.inventory.views import report as views
from handlers.kit import answers, roles
from handlers.kit.entries import told_of
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.outgoing import Upload
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.quota import quota
from handlers.record import RecordAction
from store import audit, inventory, numbers, workspaces
from store.audit.types import Entry
from store.outbox.types import OutboxItem
from store.session import Db
from store.types import E164, Kind
from store.workspaces.types import Workspace

DAYS = 90


def report(tools: Tools, click: Click, _ask: Report) -> Reply:
    """Owe a member the picture, in their own messages."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        if refusal := roles.search(tx.workspace, tx.member):
            return answers.may_not(locale, refusal, tx.workspace)
        entry = tx.record(RecordAction.EXPORTED, "report", before={}, after={})
        tx.owe_file(InventoryOutbox.REPORT, f"numberdesk-report-{tx.now:%Y%m%d}-{entry}.png")
        return says(say(locale, "report-on-its-way"))

    return transact(tools, click, work)


def drawn(tools: Tools, owing: OutboxItem, locale: str) -> Upload:
    """The picture as things are now, with what it shows in words."""
    now = tools.now()
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        data = _sight(tools, db, workspace, now)
    return Upload(
        user=owing.channel,
        name=str(owing.detail["name"]),
        comment=say(locale, "report-here"),
        alt=views.in_words(locale, data),
        write=lambda path: path.write_bytes(views.draw(locale, data)),
    )


def _sight(tools: Tools, db: Db, workspace: Workspace, now: datetime) -> views.UsageReport:
    days = [now.date() - timedelta(days=ago) for ago in reversed(range(DAYS))]
    since = datetime.combine(days[0], time(), UTC)
    counts = {action: words.counts for action, words in tools.features.entries.items() if words.counts}
    entries = audit.done_since(db, workspace.id, list(counts), since)
    kinds = numbers.counting(db, [e164 for entry in entries for e164 in told_of(entry.deed)])
    in_use = numbers.in_use(db, workspace.id, now)
    return views.UsageReport(
        days=days,
        used={kind: _used(days, in_use[kind].decided, _of_kind(entries, counts, kinds, kind)) for kind in Kind},
        quota=quota(workspace.licences),
        countries=inventory.by_country(db, workspace.id),
    )


def _used(days: Sequence[date], used: int, changes: Mapping[date, int]) -> list[int]:
    """How many were used at the end of each day, reckoned back from how many are now."""
    counted = []
    for day in reversed(days):
        counted.append(max(used, 0))
        used -= changes.get(day, 0)
    return counted[::-1]


def _of_kind(
    entries: Sequence[Entry], counts: Mapping[str, int], kinds: Mapping[E164, Kind], kind: Kind
) -> Mapping[date, int]:
    """By how much each day changed how many numbers of a kind count."""
    changes: Counter[date] = Counter()
    for entry in entries:
        of_kind = sum(kinds.get(e164) is kind for e164 in told_of(entry.deed))
        changes[entry.deed.at.astimezone(UTC).date()] += counts[entry.deed.action] * of_kind
    return changes
