"""Language-free functions on strings and spans."""
