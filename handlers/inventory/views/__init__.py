"""What is shown of the workspace's own numbers."""
