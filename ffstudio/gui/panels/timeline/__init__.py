"""The timeline: which layer learnt when, and freezing, thawing and beginning anew of layers."""
