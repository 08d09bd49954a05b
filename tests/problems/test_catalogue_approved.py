"""Every sentence and every term of the catalogue as approved: clerks follow these words, and the help pages list them.

After a change run `make approve`, and read each line of the difference as the clerk would who meets it for the first time.
"""

import json
import os
from pathlib import Path

from laomo.problems.messages import MESSAGES, fill, in_general
from laomo.problems.messages.template import UnknownFacts
from laomo.problems.messages.terms import TERMS

APPROVED = Path(__file__).parent / "catalogue.json"


def test_every_sentence_is_as_approved() -> None:
    text = json.dumps({"messages": MESSAGES, "terms": TERMS}, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("LAOMO_APPROVE"):
        APPROVED.write_text(text, encoding="utf-8")
    assert text == APPROVED.read_text(encoding="utf-8")
    assert [code for code in MESSAGES if not all(in_general(code))] == []
    assert [code for code in TERMS if not fill("{term:named}", UnknownFacts(term=code), "zh")] == []
