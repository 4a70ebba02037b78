"""Whether the confidence of both nets can be trusted: reliability, its error, and confidences."""
