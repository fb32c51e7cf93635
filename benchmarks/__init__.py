"""What Retold claims of its speed and size, each as a ratio against a named peer in the same run."""
