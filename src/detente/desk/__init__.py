"""A corpus as a user asks about it: maps, searches, networks, actors, timelines, sources, commitments and accounts of meetings."""
