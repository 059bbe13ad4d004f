"""Reads and checks the files of `data/`; the only code that opens them."""
