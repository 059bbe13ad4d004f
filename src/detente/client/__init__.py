"""A client of a server's API: `Client("http://127.0.0.1:8765").map("RU", "US")`."""

from .client import Client
from .failure import ClientError

__all__ = ["Client", "ClientError"]
