"""Every word of the vocabulary with its slug, as approved: labels stand in records, and slugs in addresses and data, for good.

After a change run `make approve`, and ask of each line of the difference whether an address or a record breaks.
"""

import importlib
import json
import os
from pathlib import Path

APPROVED = Path(__file__).parent / "vocabulary.json"


def test_every_word_is_as_approved() -> None:
    vocabulary = importlib.import_module("laomo.records.models.vocabulary")
    words = {name: value for name, value in vars(vocabulary).items() if name.isupper()}
    assert len(words) > 30
    text = json.dumps(words, ensure_ascii=False, indent=1, default=sorted) + "\n"
    if os.environ.get("LAOMO_APPROVE"):
        APPROVED.write_text(text, encoding="utf-8")
    assert text == APPROVED.read_text(encoding="utf-8")
