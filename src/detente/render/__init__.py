"""A map's faces: terminal, page, picture, spreadsheet, notebook and citation: pure functions of a report.

Each is imported from its module by what draws it, so that a table does not wait for the page.
"""
