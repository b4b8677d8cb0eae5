"""Programs that write the generated tables."""
