variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "full_name" {
  description = "The environment's prefix and name."
  type        = string
}

variable "region" {
  type = string
}

variable "account" {
  type = string
}

variable "vpc" {
  type = string
}

variable "public_subnets" {
  type = list(string)
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

variable "repository_url" {
  type = string
}

variable "image_tag" {
  type = string
}

variable "extras" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}
