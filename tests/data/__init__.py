"""What each released version wrote: opened by every later one."""
