locals {
  full_name = "${var.full_name}-${var.name}"
  port      = 4000
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "${local.full_name}-logs"
  retention_in_days = 30
  tags              = merge(var.tags, { Name = "${local.full_name}-logs" })
}

resource "aws_secretsmanager_secret" "this" {
  name        = local.full_name
  description = "Configuration of ${local.full_name}"
  tags        = merge(var.tags, { Name = local.full_name })
}

# Made once; a person writes the value.
resource "aws_secretsmanager_secret_version" "this" {
  secret_id     = aws_secretsmanager_secret.this.id
  secret_string = "{}"

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_ssm_parameter" "this" {
  name        = local.full_name
  description = "Configuration of ${local.full_name}"
  type        = "String"
  value       = "{}"
  tags        = merge(var.tags, { Name = local.full_name })

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_iam_role" "execution" {
  name               = "${local.full_name}-ECSTaskExecutionRole"
  description        = "Starts the containers of ${local.full_name}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = merge(var.tags, { Name = "${local.full_name}-ECSTaskExecutionRole" })
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role" "task" {
  name               = "${local.full_name}-ECSTaskRole"
  description        = "What the containers of ${local.full_name} may do"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = merge(var.tags, { Name = "${local.full_name}-ECSTaskRole" })
}

resource "aws_iam_role_policy" "access" {
  for_each = { execution = aws_iam_role.execution.id, task = aws_iam_role.task.id }

  name   = "${local.full_name}-access-config"
  role   = each.value
  policy = data.aws_iam_policy_document.access.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "access" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = concat([aws_secretsmanager_secret.this.arn], values(module.extra)[*].secret)
  }

  statement {
    actions   = ["ssm:GetParameter", "ssm:GetParameters"]
    resources = ["arn:aws:ssm:${var.region}:${var.account}:parameter/${local.full_name}"]
  }
}

resource "aws_security_group" "balancer" {
  name        = "${local.full_name}-alb"
  description = "Load balancer of ${local.full_name}"
  vpc_id      = var.vpc
  tags        = merge(var.tags, { Name = "${local.full_name}-alb" })

  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "application" {
  security_group_id            = var.application_group
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = aws_security_group.balancer.id
  tags                         = merge(var.tags, { Name = "${local.full_name}-${local.port}" })
}

resource "aws_lb" "this" {
  name               = local.full_name
  load_balancer_type = "application"
  internal           = false
  subnets            = var.public_subnets
  security_groups    = [aws_security_group.balancer.id]
  tags               = merge(var.tags, { Name = local.full_name })
}

resource "aws_lb_target_group" "this" {
  name                 = local.full_name
  vpc_id               = var.vpc
  protocol             = "HTTP"
  port                 = local.port
  target_type          = "ip"
  deregistration_delay = 30
  tags                 = merge(var.tags, { Name = local.full_name })

  health_check {
    path                = "/health"
    interval            = 30
    timeout             = 10
    healthy_threshold   = 3
    unhealthy_threshold = 2
    matcher             = "200-299"
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"
  tags              = merge(var.tags, { Name = "${local.full_name}-80" })

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = "${var.environment}-${var.name}"
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  tags                     = merge(var.tags, { Name = "${var.environment}-${var.name}" })

  container_definitions = jsonencode([
    {
      name         = "${var.name}App"
      image        = "${var.repository_url}:${var.image_tag}"
      essential    = true
      portMappings = [{ containerPort = local.port, hostPort = local.port, protocol = "tcp" }]
      environment = [
        { name = "ALB_HOST", value = aws_lb.this.dns_name },
        { name = "JUICE_CONFIG", value = "secrets_manager:::${var.region}:::${local.full_name}" },
        { name = "PORT", value = tostring(local.port) },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this.name
          awslogs-region        = var.region
          awslogs-stream-prefix = var.name
        }
      }
    }
  ])
}

resource "aws_ecs_service" "this" {
  name                               = local.full_name
  cluster                            = var.cluster
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = 1
  launch_type                        = "FARGATE"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  propagate_tags                     = "SERVICE"
  enable_ecs_managed_tags            = true
  tags                               = merge(var.tags, { Name = local.full_name })

  network_configuration {
    subnets          = var.private_subnets
    security_groups  = [var.application_group]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = "${var.name}App"
    container_port   = local.port
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # ECS answers with it, the emulated AWS does not.
  lifecycle {
    ignore_changes = [availability_zone_rebalancing]
  }

  depends_on = [aws_lb_listener.this, aws_vpc_security_group_ingress_rule.application]
}

module "extra" {
  source   = "../extra"
  for_each = { for index, name in var.extras : name => index + 1 }

  name              = each.key
  priority          = each.value
  node              = var.name
  environment       = var.environment
  full_name         = local.full_name
  region            = var.region
  vpc               = var.vpc
  private_subnets   = var.private_subnets
  application_group = var.application_group
  cluster           = var.cluster
  listener          = aws_lb_listener.this.arn
  host              = aws_lb.this.dns_name
  log_group         = aws_cloudwatch_log_group.this.name
  execution_role    = aws_iam_role.execution.arn
  task_role         = aws_iam_role.task.arn
  image             = "${var.repository_url}:initial"
  tags              = var.tags
}
