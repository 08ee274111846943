"""Application Auto Scaling's tags, which moto lacks, and its deletions, which moto half does.

moto 5.2.1 has no TagResource, UntagResource and ListTagsForResource, drops the tags of RegisterScalableTarget, keeps the
policies of a target that is deregistered and the alarms of a policy that is put again, and answers ValidationException where AWS
says ObjectNotFoundException.
"""

import json

from moto.applicationautoscaling.exceptions import AWSValidationException
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.core.exceptions import JsonRESTError


class Scaling:
    def __init__(self):
        self.tags: dict[str, dict[str, str]] = {}

    def install(self) -> None:
        overlay, register = self, ApplicationAutoScalingResponse.register_scalable_target
        deregister = ApplicationAutoScalingResponse.deregister_scalable_target
        delete_policy = ApplicationAutoScalingResponse.delete_scaling_policy
        put_policy = ApplicationAutoScalingResponse.put_scaling_policy

        def register_scalable_target(response):
            answer = register(response)
            sent = response._get_param("Tags")
            if sent:
                overlay.tags.setdefault(json.loads(answer)["ScalableTargetARN"], {}).update(sent)
            return answer

        def deregister_scalable_target(response):
            answer = missing(deregister, response)
            policies = response.applicationautoscaling_backend.policies
            resource = response._get_param("ResourceId")
            for key in [key for key, policy in policies.items() if policy.resource_id == resource]:
                let_go(policies.pop(key))
            return answer

        def put_scaling_policy(response):
            policies = response.applicationautoscaling_backend.policies
            former = dict(policies)
            answer = put_policy(response)
            for key, policy in former.items():
                if policies.get(key) is not policy:
                    let_go(policy)
            return answer

        ApplicationAutoScalingResponse.register_scalable_target = register_scalable_target
        ApplicationAutoScalingResponse.deregister_scalable_target = deregister_scalable_target
        ApplicationAutoScalingResponse.put_scaling_policy = put_scaling_policy
        ApplicationAutoScalingResponse.delete_scaling_policy = lambda response: missing(delete_policy, response)
        ApplicationAutoScalingResponse.tag_resource = self.tag_resource
        ApplicationAutoScalingResponse.untag_resource = self.untag_resource
        ApplicationAutoScalingResponse.list_tags_for_resource = self.list_tags_for_resource

    @property
    def tag_resource(self):
        def answer(response):
            arn = known(response)
            self.tags.setdefault(arn, {}).update(response._get_param("Tags"))
            return "{}"

        return answer

    @property
    def untag_resource(self):
        def answer(response):
            arn = known(response)
            for key in response._get_param("TagKeys"):
                self.tags.get(arn, {}).pop(key, None)
            return "{}"

        return answer

    @property
    def list_tags_for_resource(self):
        def answer(response):
            return json.dumps({"Tags": self.tags.get(known(response), {})})

        return answer


def let_go(policy) -> None:
    """The alarms of a policy that tracks a target are AWS's own, and go with it."""
    policy.delete_alarms(policy.account_id, policy.region_name)


def missing(call, response):
    """AWS's own code for what is not there."""
    try:
        return call(response)
    except AWSValidationException as error:
        if "found for service namespace" in error.message:
            raise JsonRESTError("ObjectNotFoundException", error.message) from error
        raise


def known(response) -> str:
    """The ARN of the request, if it is a target's."""
    arn = response._get_param("ResourceARN")
    targets = response.applicationautoscaling_backend.targets.values()
    if not any(target.arn == arn for by_id in targets for target in by_id.values()):
        raise JsonRESTError("ResourceNotFoundException", f"The resource {arn} was not found.")
    return arn
