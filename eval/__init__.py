"""Measuring: gold questions (data), and the performance benchmark."""
