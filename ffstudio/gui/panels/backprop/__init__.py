"""One image through the backprop net and its error back, step by step."""
