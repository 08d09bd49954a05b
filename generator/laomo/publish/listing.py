"""What a release in a store consists of: the list that is kept of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from laomo.publish.compressed import ENDINGS
from laomo.system.edition import MARK, Edition, files


@dataclass(frozen=True, slots=True)
class Listing:
    """One release: the digests of its files by path, and its mark of withdrawals."""

    files: Mapping[str, str] = field(default_factory=dict)
    withdrawals: str = ""

    @property
    def text(self) -> str:
        return json.dumps([self.withdrawals, self.files], sort_keys=True)

    @classmethod
    def of(cls, text: str) -> "Listing":
        withdrawals, listed = json.loads(text or '["", {}]')
        return cls(listed, withdrawals)

    @classmethod
    def of_site(cls, site: Path) -> "Listing":
        """What is published of a site: not its own list, and no compressed copies, which a store would not choose between."""
        names = files(site)
        copies = {f"{name}{ending}" for name in names for ending in ENDINGS if name != "sitemap.xml"}
        edition = Edition.of(site)
        digests = {}
        for name in sorted(names - copies - {MARK}):
            with (site / name).open("rb") as opened:
                digests[name] = file_digest(opened, "sha256").hexdigest()
        return cls(digests, edition.withdrawals if edition else "")
