"""/numbers settings: an overview, a modal for each section, and the first steps of a new workspace."""

from dataclasses import replace

from slack_sdk.models.views import View

from handlers.kit import answers, roles, settings
from handlers.kit.fields import Carried, Fields, at, word
from handlers.kit.member import Click, Member
from handlers.kit.messages import say
from handlers.kit.reply import Reply, opens, pushes, returns, says, wrong
from handlers.kit.settings import Asking, Groups, Merge, Row, Section, Sent
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadInput
from handlers.settings import sections
from handlers.settings.entries import SettingsAction
from handlers.settings.meanwhile import SUBJECT, Meanwhile, who_changed
from handlers.settings.requests import ShowSettings
from handlers.settings.views import forms
from handlers.settings.views.overview import overview
from store import audit, workspaces
from store.workspaces.types import Workspace

_TRIES = 5  # at settings that others keep changing


class _Moved(Exception):
    """Settings were changed since they were looked at, so what was found out about them says nothing."""


def show(tools: Tools, click: Click, ask: ShowSettings) -> Reply:
    """Open the overview, or the section that was typed; for a workspace that was never set up the first steps."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refusal := roles.settings(workspace, click.member):
        return answers.may_not(locale, refusal, workspace)
    if not workspace.set_up:
        return opens(_first_steps(tools, click, workspace))
    if ask.section:
        section = sections.typed(tools.features.sections, ask.section, locale)
        return opens(_section(tools, click, workspace, section))
    return opens(_overview(tools, click, workspace))


def change(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Lay the modal of a section on the overview. Raises BadInput."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
    if refusal := roles.settings(workspace, click.member):
        return answers.may_not(click.member.locale, refusal, workspace)
    section = _carried_section(tools, value)
    if section is None:
        raise BadInput("stale-button")
    return pushes(_section(tools, click, workspace, section))


def greet(tools: Tools, click: Click, workspace: Workspace) -> Reply | None:
    """Lead who may change settings through the first steps: once, and only where nobody has taken them."""
    if workspace.set_up or workspace.greeted or roles.settings(workspace, click.member):
        return None
    with tools.begin() as db:
        now = workspaces.lock(db, workspace.id)
        if now.greeted or now.set_up:
            return None
        workspaces.greet(db, workspace.id)
    return opens(_first_steps(tools, click, workspace))


def save(tools: Tools, click: Click, carried: Carried, fields: Fields) -> Reply:
    """Keep what the member changed, and nothing else that stands in the modal. Raises BadField.

    Where somebody else has changed the same meanwhile, say who and to what; what the member sends then is kept.
    """
    locale, rows = click.member.locale, _seen(tools, click.member)
    shown = carried.get("shown")
    sent = settings.read(rows, fields, shown if isinstance(shown, dict) else {})
    for _ in range(_TRIES):
        with tools.reading() as db:
            before = workspaces.find(db, click.member.workspace)
            planned = settings.merge(before, sent)
            by = who_changed(db, before.id, planned.conflicts) if planned.conflicts else {}
        if refusal := roles.settings(before, click.member):
            return answers.may_not(locale, refusal, before)
        if planned.conflicts:
            return _ask_again(tools, click, carried, Meanwhile(merged=planned, sent=sent, by=by))
        try:
            settings.check(tools, tools.features.sections.values(), planned)
            return _keep(tools, click, carried, sent, planned)
        except SlackSilent:
            return wrong(_asked_first(fields, planned), say(locale, "slack-silent"))
        except _Moved:
            continue
    return wrong(_asked_first(fields, planned), say(locale, "failed-busy"))


def _asked_first(fields: Fields, planned: Merge) -> str:
    """The first field that was changed, where what concerns none by itself is said, so that nothing typed is lost."""
    return next((row.block_id for row in planned.changed if row.block_id in fields), next(iter(fields), ""))


def _keep(tools: Tools, click: Click, carried: Carried, sent: list[Sent], planned: Merge) -> Reply:
    """Keep what was changed, if the workspace under the lock is still the one that it was planned for."""

    def work(tx: MemberTransaction) -> Reply:
        before, after = tx.workspace, planned.workspace
        if refusal := roles.settings(before, tx.member):
            return answers.may_not(tx.member.locale, refusal, before)
        if settings.merge(before, sent) != planned:
            raise _Moved
        if not planned.changed and before.set_up:
            return _kept(tools, click, carried, before, "settings-unchanged")
        workspaces.save(tx.db, replace(after, set_up=True, greeted=True))
        if planned.changed:
            tx.record(
                SettingsAction.SETTINGS_CHANGED,
                SUBJECT,
                before={row.name: row.written(before) for row in planned.changed},
                after={row.name: row.written(after) for row in planned.changed},
            )
        else:  # set up without a word of the record, which would be taken for one that was wiped
            audit.begin(tx.db, before.id, tools.audit_key)
        tx.changed = True
        tx.concerns_everybody()
        return _kept(tools, click, carried, after, "settings-saved")

    return transact(tools, click, work, anywhere=True)


def _kept(tools: Tools, click: Click, carried: Carried, workspace: Workspace, key: str) -> Reply:
    """Say what came of it: over the overview, which a section leads back to."""
    said = say(click.member.locale, key)
    if _carried_section(tools, carried) is None:
        return says(said)
    return returns(_overview(tools, click, workspace, said))


def _ask_again(tools: Tools, click: Click, carried: Carried, met: Meanwhile) -> Reply:
    asking, shown = _asking(tools, click, met.merged.workspace), met.shown(click.member.locale)
    rows = [each.row for each in met.sent]
    section = _carried_section(tools, carried)
    if section is None:
        return opens(forms.first_steps(asking, tools.features.sections.values(), rows, shown))
    return opens(forms.of_section(asking, section, rows, shown))


def _overview(tools: Tools, click: Click, workspace: Workspace, said: str = "") -> View:
    rows = _seen(tools, click.member)
    listed = [each for each in tools.features.sections.values() if any(row.section == each.name for row in rows)]
    of = {each.name: [row for row in rows if row.section == each.name] for each in listed}
    return overview(click.member.locale, listed, of, workspace, click.key, said)


def _section(tools: Tools, click: Click, workspace: Workspace, section: Section) -> View:
    rows = [row for row in _seen(tools, click.member) if row.section == section.name]
    return forms.of_section(_asking(tools, click, workspace), section, rows, forms.as_set(rows, workspace))


def _first_steps(tools: Tools, click: Click, workspace: Workspace) -> View:
    rows = [row for row in _seen(tools, click.member) if row.first]
    asking = _asking(tools, click, workspace)
    return forms.first_steps(asking, tools.features.sections.values(), rows, forms.as_set(rows, workspace))


def _seen(tools: Tools, member: Member) -> list[Row]:
    return [row for row in tools.features.settings.values() if settings.may_see(row, member)]


def _carried_section(tools: Tools, carried: Carried) -> Section | None:
    return tools.features.sections.get(word(at(carried, "section")))


def _asking(tools: Tools, click: Click, workspace: Workspace) -> Asking:
    return Asking(locale=click.member.locale, groups=_groups(tools, workspace))


def _groups(tools: Tools, workspace: Workspace) -> Groups:
    """The user groups that can be chosen; none but those that are set where Slack does not say."""
    try:
        return tools.people.groups(workspace.id)
    except SlackSilent:
        return {}
