"""The hook of mkdocs: adds the generated pages, spells out the navigation, and leads links to files of the repository.

Pages of resources and models are made from the package itself, pages of examples from their source, and the files of the project
(changelog, contributing, security) are taken from the root. None of these is stored: they exist while the site is built.

The site is built once for each language, English first. The plugin `i18n` runs before this hook and leaves the pages of that
language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import api_pages  # mkdocs makes modules beside its hooks importable
import languages
import model_pages
import name_links
import navigation
import repository_pages
import resource_pages
import search_terms
import stacked_tables
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent.parent
_REFERENCE = Link("المرجع (بالإنجليزية)", languages.url("reference/index.md"))

_pages: set[str] = set()
"""Every page of the site, in both languages, known once the English pages are."""
_navigation: list[navigation.Entry] = []
"""The English navigation, spelled out."""


def generated() -> dict[str, str]:
    """Return the text of every page that is made, by its path below docs/."""
    return {**resource_pages.pages(), **model_pages.pages(), **repository_pages.pages(ROOT)}


def _is_arabic(config: MkDocsConfig) -> bool:
    return config.plugins["i18n"].current_language == "ar"  # type: ignore[attr-defined]  # the plugin's own attribute


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, then fill in the folders of the navigation."""
    if _is_arabic(config):
        for path in Path(config.docs_dir, "assets").rglob("*.*"):  # pages of both languages show the same pictures
            uri = path.relative_to(config.docs_dir).as_posix()
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
        config.nav = languages.translated(_navigation, _pages)
        return files
    for path, text in generated().items():
        files.append(File.generated(config, path, content=text))
    written = [file.src_uri for file in files.documentation_pages()]
    config.nav = _navigation[:] = navigation.expand(config.nav or [], written)
    _pages.clear()
    _pages.update(written, (path.relative_to(config.docs_dir).as_posix() for path in Path(config.docs_dir).rglob("*.ar.md")))
    return files


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> Navigation:
    """End the Arabic navigation with the reference, which is in English."""
    if _is_arabic(config):
        nav.items.append(_REFERENCE)
    return nav


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Lead links to files of the repository to the pages that show them, link names, and mark links to the other language."""
    uri = page.file.src_uri
    page.meta |= {"search": {"boost": search_terms.boost_of(uri)}, "tags": search_terms.words_of(uri)}
    if uri.startswith("reference/"):
        markdown = api_pages.written_out(markdown, uri)
    linked = name_links.link_names(repository_pages.relink(markdown, uri), uri)
    return languages.mark_foreign_links(linked, uri, _pages)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Lead the names of classes in programs to the reference, and prepare names and tables for phones."""
    linked = name_links.link_code(html, page.file.src_uri)
    return stacked_tables.name_cells(name_links.keep_words(linked))


@event_priority(-200)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Lead the language switch to the same page where there is one, in a folder of files too."""
    links = languages.alternates(page.file.src_uri, _pages)
    # The plugin has set the attribute, which templates find before the item.
    config.extra.alternate = [{**language, "link": links[language["lang"]]} for language in config.extra["alternate"]]
    return context
