from __future__ import annotations

import io

from rich.console import Console

from daftra_async.integrations.progress import progress_bar


def test_a_bar_moves_with_what_came() -> None:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=80, color_system=None, legacy_windows=False)
    with progress_bar("[b]invoices", console=console) as on_progress:
        on_progress(500, None)
        on_progress(1000, 6000)
    assert "[b]invoices" in file.getvalue()
    assert "1000/6000" in file.getvalue()
