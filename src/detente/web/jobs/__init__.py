"""Work that goes on while pages are shown: articles that are added, feeds that are followed."""

from detente.client.jobs import Changed, Job, MapChange, Step

from .order import Order
from .queue import Full, Jobs

__all__ = ["Changed", "Full", "Job", "Jobs", "MapChange", "Order", "Step"]
