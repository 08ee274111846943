locals {
  full_name = "${var.prefix}${var.name}"
  zones     = { for index, zone in var.zones : index + 1 => zone }
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = merge(var.tags, { Name = "${local.full_name}-vpc" })
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${local.full_name}-gw" })
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id                  = aws_vpc.this.id
  cidr_block              = cidrsubnet(var.cidr, 8, 9 + each.key)
  availability_zone       = each.value
  map_public_ip_on_launch = true
  tags                    = merge(var.tags, { Name = "${local.full_name} Public Subnet (AZ${each.key})" })
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, 19 + each.key)
  availability_zone = each.value
  tags              = merge(var.tags, { Name = "${local.full_name} Private Subnet (AZ${each.key})" })
}

resource "aws_eip" "nat" {
  for_each = local.zones

  domain     = "vpc"
  tags       = merge(var.tags, { Name = "${local.full_name} NatGateway${each.key}" })
  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  for_each = local.zones

  subnet_id     = aws_subnet.public[each.key].id
  allocation_id = aws_eip.nat[each.key].id
  tags          = merge(var.tags, { Name = "${local.full_name} NAT ${each.key}" })
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${local.full_name} Public Routes" })

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }
}

resource "aws_route_table" "private" {
  for_each = local.zones

  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${local.full_name} Private Routes (AZ${each.key})" })

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.this[each.key].id
  }
}

resource "aws_route_table_association" "public" {
  for_each = local.zones

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  for_each = local.zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

# The nodes' load balancers are let in by rules of their own, so ingress is left out here.
resource "aws_security_group" "application" {
  name        = "${local.full_name}-application"
  description = "Application containers of ${local.full_name}"
  vpc_id      = aws_vpc.this.id
  tags        = merge(var.tags, { Name = "${local.full_name}-application" })

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "store" {
  for_each = { db = ["Databases", 3306], cache = ["Caches", 6379] }

  name        = "${local.full_name}-${each.key}"
  description = "${each.value[0]} of ${local.full_name}"
  vpc_id      = aws_vpc.this.id
  tags        = merge(var.tags, { Name = "${local.full_name}-${each.key}" })

  ingress {
    protocol        = "tcp"
    from_port       = each.value[1]
    to_port         = each.value[1]
    security_groups = [aws_security_group.application.id]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_subnet_group" "this" {
  name        = "${local.full_name}-db"
  description = "Database subnets of ${local.full_name}"
  subnet_ids  = values(aws_subnet.private)[*].id
  tags        = merge(var.tags, { Name = "${local.full_name}-db" })
}

resource "aws_elasticache_subnet_group" "this" {
  name        = "${local.full_name}-cache"
  description = "Cache subnets of ${local.full_name}"
  subnet_ids  = values(aws_subnet.private)[*].id
  tags        = merge(var.tags, { Name = "${local.full_name}-cache" })
}

resource "aws_ecs_cluster" "this" {
  name = local.full_name
  tags = merge(var.tags, { Name = local.full_name })

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

module "node" {
  source   = "../node"
  for_each = toset(var.nodes)

  name              = each.key
  environment       = var.name
  full_name         = local.full_name
  region            = var.region
  account           = var.account
  vpc               = aws_vpc.this.id
  public_subnets    = values(aws_subnet.public)[*].id
  private_subnets   = values(aws_subnet.private)[*].id
  application_group = aws_security_group.application.id
  cluster           = aws_ecs_cluster.this.arn
  repository_url    = var.repository_url
  image_tag         = lookup(var.image_tags, "${var.name}/${each.key}", "initial")
  extras            = var.extras
  tags              = merge(var.tags, { Application = each.key })
}
