"""What moto works out anew for each request and never changes: a third of its time.

The list of its own folders (moto.backends), and the names of a response class's methods.
"""

from functools import cache

from moto import backends
from moto.core import responses


def install() -> None:
    modules = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
    responses.method_names_from_class = cache(responses.method_names_from_class)
