"""What running the program takes: settings, logs, health, who may administer, what they may do.

No Streamlit and no torch here: commands and tests import it at once.
"""
