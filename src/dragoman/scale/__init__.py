"""Reading at archive scale: one function over Arrow batches, and engines that only carry it."""

from dragoman.scale.batches import INPUT_COLUMNS, input_schema, output_schema, read_batches

__all__ = ["INPUT_COLUMNS", "input_schema", "output_schema", "read_batches"]
