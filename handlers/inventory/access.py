"""Who may do something with numbers that were acquired."""

from collections.abc import Callable

from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact


def manage(tools: Tools, click: Click, work: Callable[[MemberTransaction], Reply]) -> Reply:
    """Do `work` with numbers that were acquired, which only some may. Raises what `work` raises."""

    def managed(tx: MemberTransaction) -> Reply:
        refusal = roles.manage(tx.workspace, tx.member)
        return answers.may_not(tx.member.locale, refusal, tx.workspace) if refusal else work(tx)

    return transact(tools, click, managed)
