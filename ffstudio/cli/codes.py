"""Exit codes."""

OK, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
