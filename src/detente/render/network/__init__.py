"""The faces of networks: a table, a picture, and the files that other tools open."""
