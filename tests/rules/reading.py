"""What is true of a command however it is typed."""

from handlers import desk
from handlers.kit.words import BadInput
from store.places import Places


def is_read_or_leads_on(text: str, places: Places) -> None:
    """Fail unless it is a request, or what is offered in its place are."""
    instead: tuple[str, ...] | None = None
    try:
        desk.read_command(text, places)
    except BadInput as bad:
        instead = bad.corrected
    assert instead != ()
    for corrected in instead or ():
        desk.read_command(corrected, places)
