"""DynamoDB writes that happen one after the other.

moto looks at a write's condition and writes without a lock between the two, so of two requests at the same moment both
may find it true. DynamoDB evaluates the condition and writes as one step.
"""

from functools import wraps
from threading import RLock

from moto.dynamodb.models import DynamoDBBackend

_WRITES = ("put_item", "update_item", "delete_item", "transact_write_items")


def install() -> None:
    lock = RLock()
    for name in _WRITES:
        setattr(DynamoDBBackend, name, _alone(getattr(DynamoDBBackend, name), lock))


def _alone(write, lock: RLock):
    @wraps(write)
    def alone(*arguments, **named):
        with lock:
            return write(*arguments, **named)

    return alone
