"""Mutation testing of the modules that keep promises: `make mutants`.

mutmut makes the mutants of a module. This package runs them, since mutmut's own runner calls functions through a wrapper, which
neither slots nor async generators take well, and copies the whole project for it. Here a pytest session collects the tests of the
module once; for each mutant a forked copy of it replaces the code of one function and runs the tests that call this function, the
quickest first, until one fails.
"""
