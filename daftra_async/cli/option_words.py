"""Messages of the library in the words of the command line: `--page-size` in place of `page_size=`.

The library speaks to programs and names its arguments. What names an option of the running command is written as that option;
what only Python can do is left out.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_QUOTED: Final = re.compile(r"""\b(\w+)=\[?(["'])([^"']*)\2\]?""")
_BARE: Final = re.compile(r"\b(\w+)=(?:True\b)?(?=[\s,;.)]|$)")
_ALSO_VARIABLES: Final = frozenset({"account", "api_key", "access_token", "base_url"})
_NO_OPTIONS: Final[Mapping[str, str]] = {}
_OPTIONS: ContextVar[Mapping[str, str]] = ContextVar("options", default=_NO_OPTIONS)
"""Options of the running command, by the name that an argument of the library has."""
_PHRASES: Final = tuple(
    (re.compile(python), shell)
    for python, shell in (
        (r"; (?:F\('.*?', unchecked=True\)|extra_query=\{.*?\}) sends it anyway", ""),
        (r"; '\.limit\(\d+\)' ends the walk after \d+ records", ""),
        (r" If this account always announces more than it shows, .*?\.checked\(.*", ""),
        (r" Set it: Settings\(date_format=.*?without this warning", ""),
        (r"https, http on loopback, or allow_insecure=True", "https, or http on this machine"),
        (r"exactly one of api_key=, access_token= and auth=", "either --api-key or --access-token"),
        (r"; call the list method of the client instead", "; `daftra list` has --where and --sort"),
        (r"an operation that takes reference=", "a resource whose create takes it"),
        (r"columns=\{'(.*?)': '(.*?)'\}", r"--map '\1=\2'"),
        (r"\bkey=None\b", "--no-key"),
        (r"\bresume=False\b", "--fresh"),
        (r"^filters: ", "--where: "),
        (r"^base_url: ", "URL of the account: "),
        (r"^source: (.*), or a client$", r"--from: \1, or no --from for the account itself"),
    )
)
"""What Python can do and no option says."""


def speak_of(params: Iterable[Any]) -> None:
    """Let `in_options` know the parameters of the command that runs."""
    # What has a variable may not have come from an option.
    long = [option for param in params if param.name not in _ALSO_VARIABLES for option in param.opts if option.startswith("--")]
    _OPTIONS.set({option.removeprefix("--").replace("-", "_"): option for option in long})


def in_options(text: str) -> str:
    """Return a message of the library with options of the running command: `incomplete="keep"` as `--incomplete keep`."""
    options = _OPTIONS.get()
    for python, shell in _PHRASES:
        text = python.sub(shell, text)
    text = _QUOTED.sub(lambda found: f"{options[found[1]]} {found[3]}" if found[1] in options else found[0], text)
    text = _BARE.sub(lambda found: options.get(found[1], found[0]), text)
    name, colon, rest = text.partition(":")
    return f"{options[name]}{colon}{rest}" if name in options else text
