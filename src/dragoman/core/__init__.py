"""Pure reading: values in, values out; nothing here opens a file or reads a clock."""
