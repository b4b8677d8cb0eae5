"""One SQLite file that keeps articles, their records, stories and corrections."""

from dragoman.store.connection import StoreError
from dragoman.store.query import Query
from dragoman.store.store import Store

__all__ = ["Query", "Store", "StoreError"]
