"""What the generated resources inherit."""
