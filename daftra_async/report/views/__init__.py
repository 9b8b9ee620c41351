"""How figures are shown: tables in words, charts, and the page that holds both."""
