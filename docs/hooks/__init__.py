"""What `make docs` makes beyond the pages that are written: see `site_hook`."""
