"""States that do not arrive: what a description shows while AWS is still at work.

The effect of every call is there; only the state that tells that it is done is not yet shown.
"""

import re

from .wire import Call

# By action: the element or key, the state it has in the end, and the one on the way there.
STATES = {
    "DescribeAutoScalingGroups": [("LifecycleState", "InService", "Pending")],
    "DescribeCapacityProviders": [("status", "ACTIVE", "PROVISIONING")],
    "DescribeClusters": [("status", "ACTIVE", "PROVISIONING")],
    "DescribeDBClusters": [("Status", "available", "creating")],
    "DescribeDBInstances": [("DBInstanceStatus", "available", "creating")],
    "DescribeInstances": [("name", "running", "pending"), ("name", "stopped", "stopping")],
    "DescribeLoadBalancers": [("Code", "active", "provisioning")],
    "DescribeNatGateways": [("state", "available", "pending")],
    "DescribeReplicationGroups": [("Status", "available", "creating")],
    "DescribeServices": [("rolloutState", "COMPLETED", "IN_PROGRESS")],
    "DescribeSubnets": [("state", "available", "pending")],
    "DescribeVpcs": [("state", "available", "pending")],
}


def still_on_the_way(call: Call, body: bytes) -> bytes:
    """The answer with its final states taken back."""
    text = body.decode()
    for name, final, early in STATES.get(call.action, []):
        if call.protocol == "json":
            text = re.sub(rf'("{name}"\s*:\s*)"{final}"', rf'\1"{early}"', text)
        else:
            text = text.replace(f"<{name}>{final}</{name}>", f"<{name}>{early}</{name}>")
    return text.encode()
