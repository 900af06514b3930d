"""A draft: claims with their citations, before they are proved; and its proof."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from answer.proof.verify import citation_faults, claim_faults
from answer.result import Citation, Claim
from ingest import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """Claims and the citations that their numbers name."""

    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()


def proved(draft: Draft, documents: Mapping[str, Document]) -> Draft:
    """Keep what holds: exact citations, and the claims that they prove, renumbered from 1."""
    exact = [c for c in draft.citations if not citation_faults(c, documents)]
    claims = [claim for claim in draft.claims if not claim_faults(claim, exact)]
    used = dict.fromkeys(n for claim in claims for n in claim.citations)
    renumbered = {old: new for new, old in enumerate(used, start=1)}
    kept = [dataclasses.replace(c, n=renumbered[c.n]) for c in exact if c.n in renumbered]
    return Draft(
        tuple(Claim(c.text, tuple(renumbered[n] for n in c.citations)) for c in claims),
        tuple(sorted(kept, key=lambda citation: citation.n)),
    )
