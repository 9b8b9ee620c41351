"""The words of the command line: `--page-size` where Python says `page_size=`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._words import ANY, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALSO_VARIABLES: Final = frozenset({"account", "api_key", "access_token", "base_url"})
"""What is wrong with these may stand in a variable, so no message begins with their option."""


@attrs.frozen
class OptionWords(Words):
    """Options of one command, by the name that an argument of the library has."""

    options: Mapping[str, str]
    labels: Mapping[str, str]

    def label(self, argument: str) -> str:
        """Return the option that a message is about."""
        return self.labels.get(argument, argument)

    def given(self, argument: str, value: object = ANY) -> str:
        """Return the option with its value; as in Python where the command has none."""
        option = self.options.get(argument)
        if value is None or value is False:
            return self.options.get(f"no_{argument}") or super().given(argument, value)
        if option is None:
            return super().given(argument, value)
        if value is True or value is ANY:
            return option
        if isinstance(value, dict):
            return " ".join(f"{option} '{name}={each}'" for name, each in cast("dict[str, str]", value).items())
        each_of = cast("list[object]", value) if isinstance(value, list) else [value]
        return " ".join(f"{option} {each}" for each in each_of)

    def only_python(self, text: str) -> str:  # noqa: ARG002  # what no option can do is not said
        """Say nothing."""
        return ""


def words_of(params: Iterable[Any]) -> OptionWords:
    """Return the words for the parameters of a command."""
    known = list(params)
    long = [option for param in known for option in param.opts if option.startswith("--")]
    by_option = {option.removeprefix("--").replace("-", "_"): option for option in long}
    by_name = {param.name: option for param in known for option in param.opts[:1] if option.startswith("--")}
    labels = {name: option for name, option in by_option.items() if name not in _ALSO_VARIABLES}
    for argument, option in (("filters", "where"), ("source", "from")):
        if option in by_option:
            labels[argument] = by_option[option]
    labels["base_url"] = "URL of the account"
    return OptionWords({**by_name, **by_option}, labels)
