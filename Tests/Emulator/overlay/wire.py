"""What an AWS request says of itself: service, action, region, account."""

import io
import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import get_account_id_from

SCOPE = re.compile(r"Credential=(?P<key>[^/,\s]+)/\d{8}/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")

# Services whose requests are signed for another name than IAM has for their actions, which is the one that is told
# ("Actions, resources, and condition keys for Amazon Resource Group Tagging API").
IAM_NAMES = {"tagging": "tag"}

# Query-protocol calls that are made without a signature say who they are by their version only.
SERVICE_OF_VERSION = {"2011-06-15": "sts"}

# What a request about a whole bucket is called, by the word in its query.
BUCKET_PARTS = {
    "encryption": "BucketEncryption",
    "lifecycle": "BucketLifecycleConfiguration",
    "policy": "BucketPolicy",
    "publicAccessBlock": "PublicAccessBlock",
    "tagging": "BucketTagging",
    "versioning": "BucketVersioning",
}
BUCKETS = {"PUT": "CreateBucket", "DELETE": "DeleteBucket", "HEAD": "HeadBucket", "GET": "ListObjects"}

READING = re.compile(
    r"^(Describe|List|Get|BatchGet|BatchCheck|Lookup|Search|Select|Filter|Scan$|Query$|Simulate|Validate|Head|Assume)"
)


@dataclass(frozen=True)
class Call:
    """One request as AWS would name it. `protocol` is ec2, query, json or rest."""

    service: str
    action: str
    region: str
    account: str
    protocol: str
    body: str
    # Path and query of a REST call, which say there what it is about.
    target: str = ""
    # The access key that signed it.
    key: str = ""

    @property
    def mutating(self) -> bool:
        """Whether the call is meant to change something. Told by its name, as AWS names its calls."""
        if self.protocol == "rest" and " " in self.action:
            return self.action.split(" ")[0] not in ("GET", "HEAD", "OPTIONS")
        return READING.match(self.action) is None


def read_body(environ: dict) -> bytes:
    """Reads the request's body and puts it back, so that the next in line can read it again."""
    if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", ""):
        body = environ["wsgi.input"].read()
    else:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return body


def call_of(environ: dict) -> Call:
    """Names the request. Service and region come from the SigV4 scope, the action from the protocol."""
    body = read_body(environ).decode("utf-8", "replace")
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    service = scope["service"].lower() if scope else ""
    service = IAM_NAMES.get(service, service)
    region = scope["region"] if scope else ""
    key = scope["key"] if scope else ""
    account = get_account_id_from(key) if scope else DEFAULT_ACCOUNT_ID

    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        prefix, _, action = target.rpartition(".")
        return Call(service or prefix.lower(), action, region, account, "json", body, key=key)
    form = parse_qs(body) if "x-www-form-urlencoded" in environ.get("CONTENT_TYPE", "") else {}
    form = form or parse_qs(environ.get("QUERY_STRING", ""))
    if "Action" in form:
        service = service or SERVICE_OF_VERSION.get(form.get("Version", [""])[0], "")
        protocol = "ec2" if service == "ec2" else "query"
        return Call(service, form["Action"][0], region, account, protocol, body, key=key)
    target = f"{environ.get('PATH_INFO', '/')}?{environ.get('QUERY_STRING', '')}"
    return Call(service or "s3", rest_action(environ), region, account, "rest", body, target, key)


def rest_action(environ: dict) -> str:
    """The operation where it is one about a bucket, else method and path."""
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    if path == "/" and method == "GET":
        return "ListBuckets"
    if path.strip("/") and "/" not in path.strip("/"):
        part = next((name for word, name in BUCKET_PARTS.items() if word in query), None)
        if part and (method, "lifecycle" in query) == ("DELETE", True):
            return "DeleteBucketLifecycle"
        if part and method in ("GET", "PUT", "DELETE"):
            return method.capitalize() + part
        if not query and method in BUCKETS:
            return BUCKETS[method]
    return f"{method} {path}"
