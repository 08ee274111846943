"""What Plumbline's tests need of AWS and moto lacks, one file per concern.

rollouts  ECS services whose deployments move, complete, fail and roll back
scaling   tags of scalable targets, and their deletion with what hangs on them
hosts     instance refreshes that move, and IAM groups that change their path
caches    ElastiCache replication groups that can be changed and deleted
stacks    task definitions and services of CloudFormation stacks with all their properties
delivery  CodeBuild projects that belong to a pipeline, buckets that are made with their tags
tagging   DB subnet groups in the index of tags
signatures  checked over the body as it was sent
faults    scripted errors, lost answers, silence, broken bodies
log       every request that was made, and how often
control   the HTTP doors to the three above, under /plumbline
wire      what an AWS request says of itself
"""
