"""Networks described in ffstudio's own words: architectures, layers, preprocessing, cards."""
