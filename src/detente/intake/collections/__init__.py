"""Files that hold many articles: archives, tables, what crawlers keep. Each is read as a stream, never whole."""
