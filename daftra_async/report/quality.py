"""How far the data can be trusted: undocumented fields and values, values of other types, lists that came short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.report.sources.held import Shortfall

if TYPE_CHECKING:
    from daftra_async.report.rows import Misfits
    from daftra_async.report.sources.held import Held


@attrs.frozen
class Met:
    """How often something was met."""

    name: str
    """`Invoice.extra_details`."""
    count: int
    sent: tuple[str, ...] = ()
    """Examples of unknown values, as JSON."""


@attrs.frozen(kw_only=True)
class Quality:
    """Problems of the data."""

    missing: tuple[str, ...]
    """Resources that could not be read: their figures are left out."""
    short: tuple[Shortfall, ...]
    """Lists that came short of what they announced, or changed while they were read."""
    unknown_fields: tuple[Met, ...]
    """Fields that no model describes, in the records that the report reads."""
    misfits: tuple[Met, ...]
    """Described fields whose value is not of its type, in the same records."""
    unknown_values: tuple[Met, ...]
    """Values that an enumeration does not list, in all lists that were read or exported."""
    counted: bool
    """Whether unknown values were counted at all."""

    @property
    def ok(self) -> bool:
        """Whether there are no problems."""
        return not (self.missing or self.short or self.unknown_fields or self.misfits or self.unknown_values)

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return attrs.asdict(self)


def quality_of(held: Held, misfits: Misfits) -> Quality:
    """Return what was met while the figures were worked out."""
    values = () if held.census is None else held.census.unknown_values
    return Quality(
        missing=held.missing,
        short=held.short,
        unknown_fields=tuple(Met(name, count) for name, count in sorted(misfits.unknown.items())),
        misfits=tuple(Met(name, count) for name, count in sorted(misfits.odd.items())),
        unknown_values=tuple(Met(f"{each.model}.{each.field}", each.count, each.details) for each in values),
        counted=held.census is not None,
    )
