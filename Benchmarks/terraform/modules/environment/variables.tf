variable "name" {
  type = string
}

variable "prefix" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  type = list(string)
}

variable "region" {
  type = string
}

variable "account" {
  type = string
}

variable "repository_url" {
  type = string
}

variable "nodes" {
  type = list(string)
}

variable "extras" {
  type = list(string)
}

variable "image_tags" {
  type = map(string)
}

variable "tags" {
  type = map(string)
}
