# What Plumbline's blueprints declare for the manifests of `comparison/manifests.py`, resource for resource and name for name.

locals {
  environments = { for number in range(var.environments) : format("e%03d", number) => number }
  repository   = "tooltwist-acme"
  tags = {
    ContactEmail = "ops@example.com"
    CostCode     = "0042"
  }
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

data "aws_availability_zones" "available" {
  state = "available"
}

resource "aws_ecr_repository" "this" {
  name                 = local.repository
  image_tag_mutability = "IMMUTABLE"
  tags                 = merge(local.tags, { Name = local.repository })

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Drop untagged images after 14 days"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Keep the newest 100 images"
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 100 }
        action       = { type = "expire" }
      },
    ]
  })
}

module "environment" {
  source   = "./modules/environment"
  for_each = local.environments

  name           = each.key
  prefix         = "x-"
  cidr           = "10.${each.value}.0.0/16"
  zones          = slice(data.aws_availability_zones.available.names, 0, 2)
  region         = data.aws_region.current.name
  account        = data.aws_caller_identity.current.account_id
  repository_url = aws_ecr_repository.this.repository_url
  nodes          = [for number in range(var.nodes) : "n${number + 1}"]
  extras         = [for number in range(var.extras) : "x${number + 1}"]
  image_tags     = var.image_tags
  tags           = merge(local.tags, { Environment = each.key })
}
