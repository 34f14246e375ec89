"""All certificates, read once in a process and not for every client or call."""

from functools import cache
from ssl import SSLContext, create_default_context


@cache
def certificates() -> SSLContext:
    """Those that this machine trusts."""
    return create_default_context()
