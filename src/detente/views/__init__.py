"""What a Python user looks at: a map or a reading with its faces, relations in time."""
