"""What is measured, a file each, and what the measures stand on."""
