"""Text and bytes that hold a secret, and objects around them.

They work as what they are, so that they can be sent, but do not show: neither they nor what is cut out of them or put together
with them. Tools that print local variables cut first and print then, so a repr alone hides nothing. Only `str(secret)` gives the
text, and whatever reads it on the C side: joining, encoding, writing JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from daftra_async.redaction.masking import MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")

_OF_TEXT: Final = (
    *("__add__", "__getitem__", "__mul__", "__rmul__", "capitalize", "casefold", "center", "expandtabs", "ljust", "lower"),
    *("lstrip", "partition", "removeprefix", "removesuffix", "replace", "rjust", "rpartition", "rsplit", "rstrip", "split"),
    *("splitlines", "strip", "swapcase", "title", "translate", "upper", "zfill", "encode"),
)
_OF_BYTES: Final = (
    *("__add__", "__getitem__", "__mul__", "__rmul__", "decode", "hex", "ljust", "lower", "lstrip", "partition"),
    *("removeprefix", "removesuffix", "replace", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "strip"),
    *("translate", "upper"),
)
"""Methods that return a part or another form of a text: their results stay hidden too."""


class SecretText(str):
    """Text that is hidden in reprs and f-strings, and so are its parts; `str()` returns it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{MASK}'"

    def __str__(self) -> str:
        # Of the exact type, so that str() of it is plain text.
        return str.__str__(self)

    def __format__(self, _spec: str, /) -> str:
        return MASK

    def __iter__(self) -> Iterator[str]:
        return map(SecretText, super().__iter__())

    def __radd__(self, other: str) -> SecretText:
        return SecretText(str(other) + str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        msg = "a secret is not pickled"
        raise TypeError(msg)


class SecretBytes(bytes):
    """Bytes whose repr shows only their length; slices stay hidden too."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"

    def __format__(self, _spec: str, /) -> str:
        return repr(self)

    __str__ = __repr__


def sealed(value: T) -> T:
    """Return a value with its texts hidden in reprs."""
    if isinstance(value, SecretText | SecretBytes):
        return value
    if isinstance(value, str):
        return cast("T", SecretText(value))
    if isinstance(value, bytes):
        return cast("T", SecretBytes(value))
    if isinstance(value, list | tuple):
        items: list[Any] = list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        return cast("T", type(value)(map(sealed, items)))  # pyright: ignore[reportUnknownArgumentType]  # likewise
    return cast("T", hidden(cast("dict[str, Any]", value))) if isinstance(value, dict) else value


def hidden(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy with its texts hidden in reprs."""
    return {name: sealed(value) for name, value in texts.items()}


def _kept(method: Callable[..., Any], name: str) -> Callable[..., Any]:
    def kept(self: object, *args: Any, **kwargs: Any) -> Any:
        return sealed(method(self, *args, **kwargs))

    kept.__name__ = name
    return kept


for _cls, _names in ((SecretText, _OF_TEXT), (SecretBytes, _OF_BYTES)):
    for _name in _names:
        setattr(_cls, _name, _kept(getattr(_cls.__base__, _name), _name))


class SealedFields:
    """A class of attrs with an `__init__` of its own, which seals the secrets before the one that attrs makes sees them."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __attrs_init__(self, *args: Any, **kwargs: Any) -> None: ...


class Sealed:
    """An object with a secret in it: it is never pickled, and copies are itself."""

    __slots__ = ()

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        msg = f"{type(self).__name__} is not pickled, since it holds credentials: make it where it is used"
        raise TypeError(msg)

    def __copy__(self) -> Sealed:
        return self

    def __deepcopy__(self, _memo: object) -> Sealed:
        return self
