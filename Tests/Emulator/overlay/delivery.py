"""What pipelines are made of, where moto 5.2.1 differs from CodeBuild and S3.

moto wants a location of every source and artifact, also of those that come from a pipeline and have none, and has no
UpdateProject. It drops the tags of CreateBucket.
"""

import json
from xml.etree import ElementTree

from moto.codebuild import responses as codebuild
from moto.codebuild.exceptions import ResourceNotFoundException
from moto.codebuild.responses import CodeBuildResponse
from moto.s3.models import s3_backends
from moto.s3.responses import S3Response

SETTINGS = (
    "description", "source", "artifacts", "environment", "serviceRole", "timeoutInMinutes", "queuedTimeoutInMinutes",
    "logsConfig", "cache", "tags",
)
PLACELESS = ("CODEPIPELINE", "NO_SOURCE")


def install() -> None:
    check_source, check_artifacts = (
        codebuild._validate_required_params_source,
        codebuild._validate_required_params_artifacts,
    )
    codebuild._validate_required_params_source = unless_placeless(check_source)
    codebuild._validate_required_params_artifacts = unless_placeless(check_artifacts)
    CodeBuildResponse.update_project = update_project
    put = S3Response._bucket_response_put
    S3Response._bucket_response_put = lambda response, *arguments: put_bucket(response, put, *arguments)


def unless_placeless(check):
    return lambda value: None if value["type"] in PLACELESS else check(value)


def update_project(response: CodeBuildResponse) -> str:
    name = response._get_param("name")
    project = response.codebuild_backend.codebuild_projects.get(name)
    if project is None:
        raise ResourceNotFoundException(f"Project cannot be found: {name}")
    for setting in SETTINGS:
        if (value := response._get_param(setting)) is not None:
            project.project_metadata[setting] = value
    return json.dumps({"project": project.project_metadata})


def put_bucket(response: S3Response, put, request, bucket_name: str, querystring: dict):
    is_new = not querystring and bucket_name not in s3_backends.bucket_accounts.keys()
    answer = put(response, request, bucket_name, querystring)
    if is_new and response.body:
        sent = ElementTree.fromstring(response.body).findall(".//{*}Tag")
        tags = {tag.findtext("{*}Key"): tag.findtext("{*}Value") for tag in sent}
        if tags:
            response.backend.put_bucket_tagging(bucket_name, tags)
    return answer
