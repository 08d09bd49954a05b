"""What records make, of which any file can be asked: only what is asked for is made."""

from laomo.assets import qr_codes
from laomo.pages import emitters
from laomo.pages.emitters import Context
from laomo.pages.emitters import stories as story_pages
from laomo.registry import urls
from laomo.registry.studio import Studio
from laomo.system.output import Output


class MadePages:
    """What records make, found by its path; an emitter is asked no further than needed."""

    def __init__(self, context: Context, files: list[Output]) -> None:
        self._context = context
        self._found = {str(output.path): output for output in files}
        self._emitters = {each.__module__.rpartition(".")[2]: iter(each(context)) for each in emitters.EMITTERS}
        self._studios: dict[str, dict[str, Output]] = {}

    @property
    def stories(self) -> list[str]:
        """Hand-written pages that are shown with what surrounds them."""
        return [str(output.path) for output in story_pages.emit(self._context) if output.path.name != "index.md"]

    def find(self, path: str) -> Output | None:
        """The output of a path."""
        if path in self._found:
            return self._found[path]
        section, *below = path.removeprefix(urls.DATA).split("/")
        studio = self._context.registry.studio_by_id.get(below[0].removesuffix(".json")) if below else None
        if studio and section == "studios":
            return self._of(studio).get(path)
        return next((found for name in self._likely(section) if (found := self._ask(name, path))), None)

    def _likely(self, section: str) -> list[str]:
        """Emitters that may make what stands in a section, its namesake first; nobody else makes the search index."""
        return sorted(self._emitters.keys() - ({"search"} - {section}), key=lambda name: (name != section, name))

    def _ask(self, emitter: str, path: str) -> Output | None:
        for output in self._emitters[emitter]:
            self._found[str(output.path)] = output
            if str(output.path) == path:
                return output
        return None

    def _of(self, studio: Studio) -> dict[str, Output]:
        if studio.id not in self._studios:
            made = [output for emitter in emitters.OF_STUDIOS for output in emitter(self._context, [studio])]
            if address := self._context.address:
                made += [qr_codes.output(studio, address, kind) for kind in qr_codes.KINDS]
            self._studios[studio.id] = {str(output.path): output for output in made}
        return self._studios[studio.id]
