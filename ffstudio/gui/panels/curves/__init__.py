"""Live curves of losses and accuracies."""
