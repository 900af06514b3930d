"""What a question means: slips, short forms, everyday words, and the acts, provisions and places it names."""
