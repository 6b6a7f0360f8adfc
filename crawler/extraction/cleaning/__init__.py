"""Elements of any page to the small cleaned tree."""
