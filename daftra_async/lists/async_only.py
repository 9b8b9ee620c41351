"""What objects of this package say where `async` or `await` was forgotten: a TypeError with what to write.

Type checkers see none of these methods: to them the code is as wrong as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn


class AsyncBlock:
    """Something that is entered with `async with`."""

    __slots__ = ()

    if not TYPE_CHECKING:

        def __enter__(self) -> NoReturn:
            msg = f"use 'async with': a {type(self).__name__} is not entered with a plain 'with'"
            raise TypeError(msg)

        def __exit__(self, *_: object) -> None:
            """Do nothing: Python calls `__enter__` only where there is an `__exit__` too."""


class AsyncRecords(AsyncBlock):
    """Records that are fetched as they are walked."""

    __slots__ = ()

    if not TYPE_CHECKING:

        def __await__(self) -> NoReturn:  # a list itself can be awaited, and says how
            msg = "these records have no first page to await: use 'async for', or 'await records.collect()' for a list of all"
            raise TypeError(msg)

        def __iter__(self) -> NoReturn:
            msg = "use 'async for': records are fetched as they are walked; 'await records.collect()' returns a list of all"
            raise TypeError(msg)

        def __getitem__(self, place: object) -> NoReturn:
            msg = (
                "nothing is fetched yet: '(await pager)[0]' takes one of the first page, 'await records.collect()' returns a list"
            )
            raise TypeError(msg)

        def __len__(self) -> NoReturn:
            msg = "nothing is fetched yet: '(await pager).total_results' is the number of all, where the server tells it"
            raise TypeError(msg)

        def __bool__(self) -> bool:
            return True  # as any object without a length
