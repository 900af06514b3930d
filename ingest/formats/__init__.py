"""One file a format: each reads the bytes of a file into a `Source`."""
