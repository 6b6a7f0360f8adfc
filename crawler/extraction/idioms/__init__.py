"""What pages write each in their own way, to the elements that HTML has for it."""
