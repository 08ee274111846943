"""The same infrastructure by Terraform and by Plumbline, measured side by side."""
