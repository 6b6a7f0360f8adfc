"""The site that the example notes cite: pages written for it, in the markup of the platforms that they stand for."""
