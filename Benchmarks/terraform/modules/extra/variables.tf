variable "name" {
  type = string
}

variable "priority" {
  type = number
}

variable "node" {
  type = string
}

variable "environment" {
  type = string
}

variable "full_name" {
  description = "The environment's prefix and name, and the node's name."
  type        = string
}

variable "region" {
  type = string
}

variable "vpc" {
  type = string
}

variable "private_subnets" {
  type = list(string)
}

variable "application_group" {
  type = string
}

variable "cluster" {
  type = string
}

variable "listener" {
  type = string
}

variable "host" {
  type = string
}

variable "log_group" {
  type = string
}

variable "execution_role" {
  type = string
}

variable "task_role" {
  type = string
}

variable "image" {
  type = string
}

variable "tags" {
  type = map(string)
}
