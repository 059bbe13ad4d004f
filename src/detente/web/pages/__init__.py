"""The pages: a file each, with its addresses."""
