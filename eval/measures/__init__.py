"""What is measured of an answer, one file a measure, with its formula and its source.

Each gives one question its value, 0 to 1, or None where the measure says nothing of it.
"""
