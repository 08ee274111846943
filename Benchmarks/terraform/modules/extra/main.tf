locals {
  full_name = "${var.full_name}-${var.name}"
  family    = "${var.environment}-${var.node}-${var.name}"
  container = "${var.node}-${var.name}App"
  port      = 4000
}

output "secret" {
  value = aws_secretsmanager_secret.this.arn
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

resource "aws_lb_target_group" "this" {
  name                 = local.family
  vpc_id               = var.vpc
  protocol             = "HTTP"
  port                 = local.port
  target_type          = "ip"
  deregistration_delay = 30
  tags                 = merge(var.tags, { Name = local.family })

  health_check {
    path                = "/${var.name}/health"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
    matcher             = "200-299"
  }
}

resource "aws_lb_listener_rule" "this" {
  listener_arn = var.listener
  priority     = var.priority
  tags         = merge(var.tags, { Name = local.full_name })

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }

  condition {
    path_pattern {
      values = ["/${var.name}"]
    }
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = local.family
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = var.execution_role
  task_role_arn            = var.task_role
  tags                     = merge(var.tags, { Name = local.family })

  container_definitions = jsonencode([
    {
      name         = local.container
      image        = var.image
      essential    = true
      portMappings = [{ containerPort = local.port, hostPort = local.port, protocol = "tcp" }]
      environment = [
        { name = "ALB_HOST", value = var.host },
        { name = "JUICE_CONFIG", value = "secrets_manager:::${var.region}:::${local.full_name}" },
        { name = "PORT", value = tostring(local.port) },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = var.log_group
          awslogs-region        = var.region
          awslogs-stream-prefix = "${var.node}-${var.name}"
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
    container_name   = local.container
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

  depends_on = [aws_lb_listener_rule.this]
}
