"""Topics and periods as a matrix: relations that come, stay and turn."""
