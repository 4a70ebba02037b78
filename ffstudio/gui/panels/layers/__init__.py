"""How well each layer names labels, alone and together, and which one decides."""
