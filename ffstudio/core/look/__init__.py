"""What is looked at: weights of a moment, scores, judgements, separation."""
