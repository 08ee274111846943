"""What Plumbline's tests need of AWS and moto lacks, one file per concern.

rollouts  ECS services whose deployments move, complete, fail and roll back
scaling   tags of scalable targets, and their deletion with what hangs on them
hosts     instance refreshes that move, and IAM groups that change their path
caches    ElastiCache replication groups that can be changed and deleted
stacks    task definitions and services of CloudFormation stacks with all their properties
delivery  CodeBuild projects that belong to a pipeline, buckets that are made with their tags
tagging   DB subnet groups in the index of tags
signatures  checked over the body as it was sent
faults    scripted errors, lost answers, silence, broken bodies, kills
answers   errors and broken answers in each protocol
pages     lists in pages of any size
pending   states that do not arrive
stale     reads that do not show the newest writes
kills     the end of a client's process at a moment of its call
forks     copies of the emulator in milliseconds, and `gate`, which holds calls up meanwhile
resources everything that AWS holds, by kind
log       every request that was made, and how often
control   the HTTP doors to all of this, under /plumbline
speed     what moto works out anew for each request
wire      what an AWS request says of itself
"""
