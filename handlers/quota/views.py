"""The quota: licences, acquired, held, left."""

from collections.abc import Mapping

from handlers.kit.blocks import KINDS, bar, context, section
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND
from handlers.quota import rules
from store.numbers.types import InUse
from store.types import Kind
from store.workspaces.types import Workspace


def quota(locale: str, workspace: Workspace, in_use: Mapping[Kind, InUse]) -> Reply:
    """What the licences allow, what is acquired and held of it, and what is left, toll and toll-free apart."""
    licences = workspace.licences
    whole = rules.quota(licences)
    counted = say(
        locale,
        "quota-licences",
        e5=licences.enterprise_e5,
        phone=licences.phone_system,
        audio=licences.audio_conferencing,
    )
    kinds = [
        say(
            locale,
            "quota-kind",
            kind=say(locale, KINDS[kind]),
            bar=bar(used.total, whole),
            left=max(whole - used.total, 0),
            quota=whole,
            acquired=used.acquired,
            held=used.held,
            ordered=used.ordered,
        )
        for kind, used in in_use.items()
    ]
    wanting = _wanting(locale, workspace, in_use[Kind.TOLL_FREE])
    more = say(locale, "quota-more", command=COMMAND)
    title = say(locale, "quota-title")
    return says(
        "\n".join([title, counted, *kinds, *wanting, more]).replace("*", ""),
        section(f"{title}\n{counted}"),
        *map(section, kinds),
        *map(context, [*wanting, more]),
    )


def _wanting(locale: str, workspace: Workspace, toll_free: InUse) -> list[str]:
    """What would change what can be had, or will soon."""
    if not rules.counted(workspace.licences):
        return [say(locale, "refused-no-licence", command=COMMAND)]
    if not workspace.credits.set_up:
        return [say(locale, "quota-no-credits")]
    return [say(locale, "quota-credits-low")] if toll_free.total and rules.is_low(workspace.credits) else []
