"""The faces of what a corpus shows: actors, topics, timelines and profiles."""
