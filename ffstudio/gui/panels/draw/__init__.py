"""The drawing pad and every label's scores."""
