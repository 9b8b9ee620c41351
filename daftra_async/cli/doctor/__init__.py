"""What `daftra doctor` looks at, in the order in which one thing needs the other."""
