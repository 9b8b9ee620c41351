"""What may be shown of requests, answers and records, and how the rest is hidden."""
