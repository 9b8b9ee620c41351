"""Other systems: each needs an extra, mostly of the same name, such as `daftra-async[redis]`."""
