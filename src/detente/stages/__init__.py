"""The stages of reading, in the order of the flow; they never import each other."""
