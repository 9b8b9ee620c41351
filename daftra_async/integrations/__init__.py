"""Other systems: each module needs an extra of the same name, such as `daftra-async[redis]`."""
