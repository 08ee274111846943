variable "environments" {
  description = "How many environments."
  type        = number
}

variable "nodes" {
  description = "How many nodes in each environment."
  type        = number
}

variable "extras" {
  description = "How many extras on each node."
  type        = number
}

variable "image_tags" {
  description = "The image tag of single nodes, by environment and node (e000/n1); the others have `initial`."
  type        = map(string)
  default     = {}
}
