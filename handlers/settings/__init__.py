"""Settings: what a workspace's admins decide once for all."""
