"""What is asked of every page of the hostile site, in the browser and in its files."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.problem import Problem

TRACES = """() => {
  const all = [...document.querySelectorAll("*")]
  const found = []
  const bad = /^[\\s\\u0000-\\u001f]*(javascript|data|vbscript|file|blob)\\s*:/i
  for (const element of all) {
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name)) found.push(`handler ${element.outerHTML.slice(0, 120)}`)
      if (/^(href|src|action|formaction|xlink:href|data|poster|srcset)$/i.test(name) && bad.test(value))
        found.push(`link ${value.slice(0, 80)}`)
      if (/forged/i.test(name) || (/^(id|class)$/.test(name) && /\\bforged\\b/i.test(value)))
        found.push(`attribute ${element.outerHTML.slice(0, 120)}`)
    }
  }
  for (const element of document.querySelectorAll("iframe,object,embed,base,math,plaintext,meta[http-equiv=refresh],form[action*='//'],svg script"))
    found.push(`element ${element.outerHTML.slice(0, 120)}`)
  for (const element of document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading],title,dt,li,blockquote,pre,.admonition"))
    if (/^\\s*FORGED(?!\\s*=)/.test(element.textContent)) found.push(`heading ${element.outerHTML.slice(0, 120)}`)
  for (const element of document.querySelectorAll("a[href],link[href],[src]")) {
    const place = new URL(element.getAttribute("href") ?? element.getAttribute("src"), location)
    if (/evil/.test(place.host)) found.push(`link ${place}`)
  }
  return found
}"""
"""What in a page's document would be there only if a payload had become more than text."""

POKE = """() => {
  for (const element of document.querySelectorAll("body *"))
    for (const kind of ["mouseover", "focus", "toggle", "click"])
      element.dispatchEvent(new Event(kind, {bubbles: false, cancelable: true}))
}"""
"""A reader's hand on everything: whatever listens by an attribute of its own is set off."""


_ASSETS = (".js", ".css", ".svg", ".webp")


_STYLE = "body * { content-visibility: auto; }"
"""Spares Chromium the drawing of what is out of sight. All of a page is read and run, and can be focused, as ever."""


def bare(site: Path, target: Path) -> Path:
    """The site's pages beside empty scripts and pictures and one line of style: what pages say for themselves, without waiting for what is not there."""

    def put(source: str, place: str) -> None:
        if source.endswith(_ASSETS):
            Path(place).write_text(_STYLE if source.endswith(".css") else "", encoding="utf-8")
        else:
            shutil.copyfile(source, place)

    return Path(shutil.copytree(site, target, copy_function=put))


@dataclass(frozen=True)
class Hostile:
    """The built hostile site."""

    folder: Path
    fields: dict[str, str]
    """By field, the text that it has on the numbered studio's pages."""
    problems: tuple[Problem, ...]
    """What the build itself had to say of its pages: warnings of MkDocs, links that lead nowhere."""

    @property
    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def files(self, *endings: str) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.suffix in endings)
