import handlers.desk  # noqa: F401 (with it all rooms bring their words, whichever test runs first)
