"""From records to JSON, tables and pages that people read."""
