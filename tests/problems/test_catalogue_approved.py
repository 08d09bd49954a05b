"""Every sentence and every term of the catalogue as approved: clerks follow these words, and the help pages list them.

After a change run `make approve`, and read each line of the difference as the clerk would who meets it for the first time.
"""

import importlib
import json
import os
from pathlib import Path

APPROVED = Path(__file__).parent / "catalogue.json"


def test_every_sentence_is_as_approved() -> None:
    messages = importlib.import_module("laomo.problems.messages")
    terms = importlib.import_module("laomo.problems.messages.terms").TERMS
    text = json.dumps({"messages": messages.MESSAGES, "terms": terms}, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("LAOMO_APPROVE"):
        APPROVED.write_text(text, encoding="utf-8")
    assert text == APPROVED.read_text(encoding="utf-8")
    assert [code for code in messages.MESSAGES if not all(messages.in_general(code))] == []
