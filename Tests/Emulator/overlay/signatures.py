"""Signatures that are checked over the body as it was sent.

With checks turned on (POST /moto-api/reset-auth), moto 5.2.1 signs a form anew from its decoded fields, and so refuses
every client that does not write a space as `+`. AWS hashes the bytes that it receives.
"""

from flask import has_request_context, request
from moto.iam.access_control import IAMRequestBase


class Signatures:
    def install(self) -> None:
        create = IAMRequestBase._create_aws_request

        def create_aws_request(checked):
            made = create(checked)
            call = request.environ.get("plumbline.call") if has_request_context() else None
            if call is not None:
                made.data = call.body.encode()
            return made

        IAMRequestBase._create_aws_request = create_aws_request
