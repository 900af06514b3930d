"""The encoder's tokenizer: lower-case syllables without accents, and the phrases that they often make.

Vietnamese writes words of several syllables with spaces inside, and a syllable without its accents means
little: "dan chu" says far more than "dan" and "chu". So the vocabulary holds phrases too, and a text is cut
where the product of its pieces' frequencies is highest (unigram language model, Kudo 2018), never across
punctuation.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

UNKNOWN = "[UNK]"

_SPACE = "▁"
_LONGEST_PHRASE = 4
_LEAST_SYLLABLE = 3
_LEAST_PHRASE = 30

Phrase = tuple[str, ...]


def learn_tokenizer(
    texts: Iterable[str], phrases: int, wanted: Iterable[str] = (), least: int = _LEAST_PHRASE
) -> Tokenizer:
    """Learn a tokenizer from texts.

    Args:
        texts: what the encoder will read.
        phrases: how many pieces of several syllables it may have.
        wanted: words that are pieces however rare they are.
        least: how often a phrase must occur.

    """
    reader = _reader()
    segments = [segment for text in texts for segment in _segments(reader, text)]
    syllables = Counter[Phrase]((syllable,) for segment in segments for syllable in segment)
    total = syllables.total()
    pieces = {piece: count for piece, count in syllables.items() if count >= _LEAST_SYLLABLE}
    pieces |= _phrases(segments, pieces, phrases, least)
    for word in wanted:
        for segment in _segments(reader, word):
            pieces.setdefault(tuple(segment), least)
    ordered = sorted(pieces.items(), key=lambda piece: (-piece[1], piece[0]))
    scores = [(_SPACE + _SPACE.join(piece), log(count / total)) for piece, count in ordered]
    tokenizer = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *scores], unk_id=0))
    tokenizer.normalizer, tokenizer.pre_tokenizer = reader.normalizer, reader.pre_tokenizer
    return tokenizer


def _reader() -> Tokenizer:
    """Build what comes before the vocabulary: folding, and cutting at punctuation and line ends."""
    reader = Tokenizer(models.Unigram([(UNKNOWN, 0.0)], unk_id=0))
    reader.normalizer = normalizers.Sequence(
        [
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace("đ", "d"),
            normalizers.Replace(Regex(r"[^\S\n]+"), " "),
            normalizers.Strip(),
        ]
    )
    reader.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\s*[^\p{L}\p{N} ]+\s*"), "removed"),
            pre_tokenizers.Metaspace(_SPACE, prepend_scheme="always", split=False),
        ]
    )
    return reader


def _segments(reader: Tokenizer, text: str) -> Iterator[list[str]]:
    """Return the syllables of each stretch of a text without punctuation."""
    for segment, _ in reader.pre_tokenizer.pre_tokenize_str(reader.normalizer.normalize_str(text)):
        yield segment.split(_SPACE)[1:]


def _phrases(
    segments: list[list[str]], syllables: dict[Phrase, int], most: int, least: int
) -> dict[Phrase, int]:
    """Return the phrases that hold together best, with their counts."""
    counts = dict(syllables)
    for size in range(2, _LONGEST_PHRASE + 1):
        found = Counter(
            phrase
            for segment in segments
            for phrase in zip(*(segment[at:] for at in range(size)), strict=False)
            if phrase[:-1] in counts and phrase[1:] in counts
        )
        counts |= {phrase: count for phrase, count in found.items() if count >= least}
    total = sum(syllables.values())
    ranked = sorted(
        (phrase for phrase in counts if len(phrase) > 1),
        key=lambda phrase: (-_gain(phrase, counts, total), phrase),
    )
    return {phrase: counts[phrase] for phrase in ranked[:most]}


def _gain(phrase: Phrase, counts: dict[Phrase, int], total: int) -> float:
    """How much likelier the texts become when a phrase is one piece rather than its likeliest two."""
    apart = max(counts[phrase[:-1]] * counts[phrase[-1:]], counts[phrase[:1]] * counts[phrase[1:]])
    return counts[phrase] * log(counts[phrase] * total / apart)
