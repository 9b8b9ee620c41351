"""Spreadsheets in: rows of CSV and Excel files become records of an account."""
