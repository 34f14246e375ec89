"""Where numbers came from, as messages choose their words by it."""

POOL, CARRIERS = "pool", "carriers"


def source(*, of_carriers: bool) -> str:
    """All of them from the pool, or some from carriers."""
    return CARRIERS if of_carriers else POOL
