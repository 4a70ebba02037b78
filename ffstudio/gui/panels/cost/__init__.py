"""What both nets cost, layer by layer: computed and measured."""
