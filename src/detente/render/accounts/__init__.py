"""The faces of two accounts of one meeting, and of the list of meetings."""
