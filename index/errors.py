"""What can go wrong with an index.

IndexProblem
├── NoIndex         none has been built in this folder
├── BrokenIndex     its files are incomplete or of another version of this software
├── EmptyCorpus     no document could be read, so there is nothing to index
└── EncoderProblem  the encoder cannot be loaded, or is not the one the index was built with
"""


class IndexProblem(Exception):
    """Any trouble with an index; the message is Vietnamese and says what to do."""


class NoIndex(IndexProblem):
    """No index has been built in this folder."""


class BrokenIndex(IndexProblem):
    """The index cannot be read."""


class EmptyCorpus(IndexProblem):
    """There is nothing to index."""


class EncoderProblem(IndexProblem):
    """The encoder cannot be loaded."""
