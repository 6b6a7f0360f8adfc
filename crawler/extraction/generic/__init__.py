"""The content of a page that no platform's rules describe."""
