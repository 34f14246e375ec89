"""What the desk remembers, by subject: the types, table and functions of each beside each other.

What holds for all of it:

- Whoever takes a `db` works in the caller's transaction and does not end it: `store.session` says how one begins.
- Times are aware and in UTC. `now` is the time by the desk's clock; the outbox alone has real time.
- `limit` and `offset` count rows.
- What is looked up is of one workspace, that of the subject where none is given, unless a docstring says otherwise.
- A write that breaks a constraint raises IntegrityError, a lock that is not had in time OperationalError, both of
  `sqlalchemy.exc`.
- Values (`types.py`) know values alone. A subject imports those below it, never one that imports it.
"""
