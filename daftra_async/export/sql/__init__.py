"""SQL databases: a table for each resource, and one for each of its line relations.

Each page is stored with its checkpoint in one transaction, in a table of its own, so a killed export loses nothing and doubles
nothing. When the list is complete, its records go into the tables in one transaction: readers see all of a run or nothing of it.
Two exports of the same resource and account do not mix: the later one takes over, and the earlier one fails at its next page.
"""
