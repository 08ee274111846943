"""The first act: from a commit to converged AWS and back into git, by hand."""

import re
import time

from .stage import WRONG_PATH, Stage, check, check_equal

NEW_TAG = "demo-2"


class FirstAct(Stage):
    def first_act(self) -> None:
        self.start_emulator()
        self.make_repository()
        self.validate()
        self.first_apply()
        self.nothing_to_do("The second plan is empty")
        self.new_tag()
        self.drift()
        self.written_back()

    def validate(self) -> None:
        self.step("Validate: every manifest is read, nothing is called")
        self.reset_requests()
        self.show("validate", expect=0)
        check_equal("validation made no AWS call", 0, self.counts()["total"])

    def first_apply(self) -> None:
        self.step("Plan: what would be made, and nothing is changed")
        self.show("plan", "--detailed-exitcode", expect=2)
        check_equal("the plan changed nothing in AWS", 0, self.counts()["mutating"])
        plan = self.plan(expect=2)
        creates = plan["summary"]["create"]
        others = {name: number for name, number in plan["summary"].items() if name not in ("create", "unchanged")}
        check(f"the plan creates {creates} resources", creates > 0, "more than 0", creates)
        check("and changes or removes nothing", not any(others.values()), "zeros", others)

        self.step("Apply: make AWS true to git")
        began = time.monotonic()
        self.show("apply", "--auto-approve", expect=0)
        print(f"  ({time.monotonic() - began:.0f} s)")
        services = self.services()
        check(f"{len(services)} ECS services run", bool(services), "at least one service", services)
        for service in services:
            self.check_steady(service)

    def nothing_to_do(self, title: str) -> None:
        self.step(title)
        self.reset_requests()
        status, revisions = self.status_head(), self.revisions()
        plan = self.plan(expect=0)
        check_equal("the plan has no change", [], [change["address"] for change in plan["changes"]])
        print(f"  {plan['summary']['unchanged']} resources are as git says; {self.counts()['total']} AWS calls")
        check_equal("no call that could change anything", 0, self.counts()["mutating"])
        self.plumb("apply", "--auto-approve", "--output", "json", expect=0)
        check_equal("an apply with nothing to do makes no such call either", 0, self.counts()["mutating"])
        check_equal("no new task definition revision", revisions, self.revisions())
        check_equal("no commit on the status branch", status, self.status_head())

    def new_tag(self) -> None:
        self.step(f"A team merges a new image tag: {NEW_TAG}")
        path, former = self.edit_tag(NEW_TAG)
        self.commit(f"Deploy {NEW_TAG}")
        print(self.git("-C", self.work, "show", "--stat", "--format=%h %an: %s", "HEAD").rstrip())
        print(self.git("-C", self.work, "diff", "--unified=0", "HEAD~1", "--", path).rstrip())
        self.show("plan", "--detailed-exitcode", expect=2)
        plan = self.plan(expect=2)
        types = {change["type"] for change in plan["changes"]}
        deployed = {"AWS::ECS::TaskDefinition", "AWS::ECS::Service"}
        check("only task definitions and their services change", types == deployed, deployed, types)

        self.show("apply", "--auto-approve", expect=0)
        images = {service["serviceName"]: self.images(service) for service in self.services()}
        updated = [name for name, tags in images.items() if any(tag.endswith(f":{NEW_TAG}") for tag in tags)]
        check(f"{', '.join(updated)} now on {NEW_TAG} (was {former})", bool(updated), NEW_TAG, images)
        for service in self.services():
            self.check_steady(service)
        self.nothing_to_do("And the plan is empty again")

    def drift(self) -> None:
        self.step("Someone changes AWS behind Plumbline's back")
        group, path = self.break_target_group()
        firewall, rule = self.revoke_rule()
        self.show("plan", "--detailed-exitcode", expect=2)
        changes = {change["address"]: change for change in self.plan(expect=2)["changes"]}
        expected = {self.address("elbv2", group), self.address("ec2", firewall)}
        check_equal("the plan shows just these two", expected, set(changes))
        check_equal("both as updates", {"update"}, {change["action"] for change in changes.values()})
        check_equal("both because of drift", {"drift"}, {change["reason"] for change in changes.values()})
        fields = changes[self.address("elbv2", group)]["fields"]
        values = [(field.get("before"), field.get("after")) for field in fields]
        check_equal("with the health check path before and after", [(WRONG_PATH, path)], values)

        self.step("Apply repairs it")
        self.show("apply", "--auto-approve", expect=0)
        groups = self.client("elbv2", group).describe_target_groups(TargetGroupArns=[group])["TargetGroups"]
        check_equal(f"boto3 sees the health check path {path} again", path, groups[0]["HealthCheckPath"])
        rules = [self.rule(permission) for permission in self.firewall(firewall)["IpPermissions"]]
        check(f"and the rule {rule} again", rule in rules, rule, rules)
        self.nothing_to_do("And nothing is left to do")

    def written_back(self) -> None:
        self.step("What happened, in git")
        log = self.git("-C", self.bare, "log", "--format=%h %s%n%(trailers:unfold)", "plumbline/status")
        print(log.rstrip())
        subjects = self.git("-C", self.bare, "log", "--format=%s", "plumbline/status").splitlines()
        check(f"the status branch tells of {len(subjects)} events", len(subjects) >= 3, "3 or more", subjects)
        for trailer in ("Plumbline-Revision", "Plumbline-Plan", "Plumbline-Outcome"):
            check(f"with the trailer {trailer}", f"{trailer}: " in log, f"{trailer}: …", log)
        head = self.git("-C", self.work, "rev-parse", "--short=7", "HEAD").strip()
        newest = subjects[0]
        check("the newest tells the newest revision", f"main@{head}" in newest, f"… main@{head} …", newest)
        readme = self.git("-C", self.bare, "show", "plumbline/status:README.md")
        print(readme.rstrip())
        check("README.md on the status branch is there to read", bool(readme.strip()), "a page", readme)
        self.show("status", expect=0)
        self.show("history", expect=0)

    def revisions(self) -> list[str]:
        answers = [self.aws("ecs", region).list_task_definitions() for region in self.regions]
        return [arn for answer in answers for arn in answer["taskDefinitionArns"]]

    def revoke_rule(self) -> tuple[str, str]:
        """Takes a rule out of a security group. Returns the group, as `region/id`, and the rule."""
        groups = []
        for region in self.regions:
            for group in self.aws("ec2", region).describe_security_groups()["SecurityGroups"]:
                owned = any(tag["Key"] == "plumbline:address" for tag in group.get("Tags", []))
                if owned and group["IpPermissions"]:
                    groups.append((group["GroupName"], f"{region}/{group['GroupId']}", group["IpPermissions"][0]))
        check("there is a security group with a rule to revoke", bool(groups), "one or more", groups)
        name, identifier, permission = min(groups, key=lambda group: group[0])
        rule = self.rule(permission)
        kept = {key: value for key, value in permission.items() if value not in ([], None)}
        self.client("ec2", identifier).revoke_security_group_ingress(
            GroupId=identifier.split("/")[1], IpPermissions=[kept]
        )
        print(f"  security group {name}: rule {rule} revoked")
        return identifier, rule

    def rule(self, permission: dict) -> str:
        """What a rule lets in, such as `tcp 80-80 from 10.0.0.0/8`, whatever the order of the answer."""
        sources = [source["CidrIp"] for source in permission.get("IpRanges", [])]
        sources += [source["GroupId"] for source in permission.get("UserIdGroupPairs", [])]
        ports = f"{permission.get('FromPort', 'all')}-{permission.get('ToPort', 'all')}"
        return f"{permission['IpProtocol']} {ports} from {', '.join(sorted(sources))}"
