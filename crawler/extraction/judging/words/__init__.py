"""The words of pages that stand in an article's place, by what they mean rather than by the site that says them."""
