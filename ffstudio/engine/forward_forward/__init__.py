"""Forward-Forward in Keras: layers, nets, what each layer learns from, and its trainer."""
