"""Parse → who is named: the document's people with their offices, and what a noun phrase names."""
