"""Compiler options for every C++ target of this repository."""

# Per target, since a .bazelrc does not reach the workspaces that use pdukit.
COPTS = [
    "-std=c++20",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Wshadow",
    "-Wconversion",
]
