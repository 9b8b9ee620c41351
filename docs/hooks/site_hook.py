"""The hook of mkdocs: adds the generated pages, spells out the navigation, and leads links to files of the repository.

Pages of resources and models are made from the package itself, pages of examples from their source, and the files of the project
(changelog, contributing, security) are taken from the root. None of these is stored: they exist while the site is built.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import model_pages  # mkdocs makes modules beside its hooks importable
import navigation
import repository_pages
import resource_pages
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent.parent


def generated() -> dict[str, str]:
    """Return the text of every page that is made, by its path below docs/."""
    return {**resource_pages.pages(), **model_pages.pages(), **repository_pages.pages(ROOT)}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, then fill in the folders of the navigation."""
    for path, text in generated().items():
        files.append(File.generated(config, path, content=text))
    config.nav = navigation.expand(config.nav or [], [file.src_uri for file in files.documentation_pages()])
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Lead links to files of the repository to the pages that show them."""
    return repository_pages.relink(markdown, page.file.src_uri)
