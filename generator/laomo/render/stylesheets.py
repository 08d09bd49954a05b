"""The stylesheets of a site, as MkDocs' files: one that is made of the theme's parts and of what the site uses of Material's."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from laomo.pages import material, theme
from laomo.render import material_use


def put(files: Files, config: MkDocsConfig, *, joined: bool) -> None:
    """Put the site's stylesheets in the place of the theme's parts, and name them in the settings; the parts themselves unless `joined`."""
    _take_material(files, config)
    parts = [file for file in files if theme.is_part(file.src_uri)]
    if not joined:
        config.extra_css = [*sorted(file.src_uri for file in parts), *config.extra_css]
        return
    name, whole = theme.join({file.src_uri: file.content_string for file in parts})
    for file in parts:
        files.remove(file)
    files.append(File.generated(config, name, content=whole))
    config.extra_css = [name, *config.extra_css]


def _take_material(files: Files, config: MkDocsConfig) -> None:
    """Leave out of Material's files what the site does not use. If that is its script, too, a part of our stylesheet takes the
    place of Material's.
    """
    whole, search = bool(config.extra["material"]), material_use.searches(config)
    named = {"main", "palette"} if material_use.palette(config) else {"main"}
    styles = [file for file in files if (found := material.STYLES.fullmatch(file.src_uri)) and found[1] in named]
    if styles and not whole:
        both = "".join(file.content_string for file in sorted(styles, key=lambda file: file.src_uri))
        part = material.used(both, material_use.colours(config))
        files.append(File.generated(config, material.PART, content=part))
    for file in [each for each in files if material.is_superfluous(each.src_uri, whole=whole, search=search)]:
        files.remove(file)
