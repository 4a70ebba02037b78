"""What generators, decoders and autoencoders make, and what nets that compare pictures say."""
