"""Trains the encoder that ships with the project: `python -m training.encoder`."""
