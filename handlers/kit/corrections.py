"""What is offered in the place of a command that cannot be read: only what can."""

from collections.abc import Callable, Sequence

from handlers.kit.words import BadInput

_WRONG_AT_ONCE = 6  # things in one command
_OFFERED = 10  # commands at most, of a long one with as many corrections as words


def readable(corrected: Sequence[str], request_of: Callable[[str], object]) -> tuple[str, ...]:
    """Those of some commands that can be read; where none can, what would do for it.

    Where they are several they answer a question, which nothing else does: then help with the command.
    """
    for _ in range(_WRONG_AT_ONCE):
        corrected = corrected[:_OFFERED]
        wrong = {command: bad for command in corrected if (bad := _wrong(command, request_of))}
        if len(wrong) < len(corrected) or not corrected:
            return tuple(command for command in corrected if command not in wrong)
        verb = corrected[0].partition(" ")[0]
        corrected = wrong[corrected[0]].corrected if len(corrected) == 1 else [f"help {verb}"]
    return (f"help {verb}",)


def _wrong(command: str, request_of: Callable[[str], object]) -> BadInput | None:
    try:
        request_of(command)
    except BadInput as bad:
        return bad
    return None
