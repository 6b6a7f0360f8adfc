"""Notes to try Refkeep with, the site that they cite, and the demo that brings the two together."""
