"""Six short pages that explain Forward-Forward with figures of the net that is shown."""
