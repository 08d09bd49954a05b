"""The form for clerks on the site itself, if the host wants it (`form` of site.yml)."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from laomo.pages.context import Context
from laomo.pages.form import page
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    if registry.site.form:
        unions = {each.id: each.name for each in registry.unions}
        made = page.page(page.FormFacts(registry.site.name, unions, registry.industries), home="../")
        yield Output.ready(PurePosixPath(urls.FORM, "index.html"), made)
