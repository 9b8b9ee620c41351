"""How numbers, sizes and the words of others are shown."""

from __future__ import annotations


def clean(text: str, limit: int = 400) -> str:
    """Return text of others as one harmless line: no control characters, no escape sequences, no direction overrides."""
    line = " ".join("".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def count(number: int) -> str:
    """Return `42,000`."""
    return f"{number:,}"


def counted(number: int, noun: str) -> str:
    """Return `1 page`, `42,000 pages`."""
    return f"{count(number)} {noun}{'' if number == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return `0.42 s`, `12.3 s`, `3 min 05 s` or `2 h 07 min`; whole seconds stay whole."""
    if isinstance(seconds, int) and seconds < 60:
        return f"{seconds} s"
    if seconds < 10:
        return f"{seconds:.2f} s"
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min"


def size(number: int) -> str:
    """Return `812 B`, `3.4 kB`, `12.0 MB`, in steps of 1000."""
    value = float(number)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def rate(records: int, seconds: float) -> str:
    """Return `5,000/s`."""
    return f"{count(round(records / seconds)) if seconds > 0 else '-'}/s"
