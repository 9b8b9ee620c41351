"""The report of an account by e-mail: what matters most as text, the whole page attached.

The server is named by SMTP_HOST and SMTP_PORT, a login by SMTP_USER and SMTP_PASSWORD (then the connection is encrypted), and the
sender by MAIL_FROM.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.report import Report

_SUMMED_UP = ("glance", "changes", "quality")
"""Tables that the text holds."""


@dataclass(frozen=True)
class Server:
    """Where mail is handed over."""

    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = "daftra@localhost"

    @classmethod
    def from_env(cls) -> Server:
        """Return the server that the environment names."""
        return cls(
            host=os.environ.get("SMTP_HOST", cls.host),
            port=int(os.environ.get("SMTP_PORT", cls.port)),
            user=os.environ.get("SMTP_USER", ""),
            password=os.environ.get("SMTP_PASSWORD", ""),
            sender=os.environ.get("MAIL_FROM", cls.sender),
        )

    def send(self, message: EmailMessage) -> None:
        """Hand a message over; it takes a while, so a program of asyncio does it in a thread."""
        with smtplib.SMTP(self.host, self.port, timeout=30) as connection:
            if self.user:
                connection.starttls(context=ssl.create_default_context())
                connection.login(self.user, self.password)
            connection.send_message(message)


def message_of(report: Report, sender: str, to: Sequence[str], language: str = "en") -> EmailMessage:
    """Return the message: readers of mail show no charts, so the page is a file beside the text."""
    figures = report.figures
    message = EmailMessage()
    message["Subject"] = f"{figures.account}, {figures.today:%Y-%m-%d}"
    message["From"], message["To"] = sender, ", ".join(to)
    message.set_content(text_of(report, language))
    name = f"report-{figures.today:%Y-%m-%d}.html"
    message.add_attachment(report.html(language).encode(), maintype="text", subtype="html", filename=name)
    return message


def text_of(report: Report, language: str = "en") -> str:
    """Return the sums, the changes and what is odd about the data, a line for each."""
    parts: list[str] = []
    for table in report.tables(language):
        if table.name in _SUMMED_UP:
            titles = [column.title for column in table.columns[1:]]
            rows = (f"- {row[0]}: {_joined(titles, row[1:])}" for row in table.rows)
            parts.append("\n".join([table.title, *rows, *([] if table.rows else filter(None, [table.empty]))]))
    return "\n\n".join(parts) + "\n"


def _joined(titles: Sequence[str], cells: Sequence[str]) -> str:
    return ", ".join(f"{title} {cell}" for title, cell in zip(titles, cells, strict=True) if cell)
