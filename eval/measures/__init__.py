"""What is measured of an answer, one file a measure; each gives one question its value, or None."""
