"""How far each layer's own gradient points where backprop's would, over training."""
