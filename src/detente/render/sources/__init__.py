"""The faces of sources: a table, a picture of who relays whom, and the files that other tools open."""
