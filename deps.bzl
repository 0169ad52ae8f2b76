"""Everything pdukit needs, in one macro; a WORKSPACE that uses pdukit calls it.

    local_repository(name = "pdukit", path = "...")
    load("@pdukit//:deps.bzl", "pdukit_dependencies")
    pdukit_dependencies()

Nothing is downloaded: rules and libraries come from the system. A repository
that the WORKSPACE has already declared is left as it is.
"""

load("@bazel_tools//tools/build_defs/repo:utils.bzl", "maybe")
load("//third_party:debian_rules.bzl", "debian_rules", "no_coverage_tools")
load("//third_party:system_library.bzl", "system_library")

def _library(name, title, modules, headers, package):
    """A library of the system, as @pdukit_NAME; third_party/NAME.BUILD says how."""
    maybe(
        system_library,
        name = "pdukit_" + name,
        title = title,
        modules = modules,
        headers = headers,
        package = package,
        build_file = Label("//third_party:" + name + ".BUILD"),
    )

def pdukit_dependencies():
    """Declares the Bazel rules and the system libraries."""
    maybe(
        debian_rules,
        name = "rules_cc",
        dir = "cc",
        patches = [Label("//third_party:rules_cc.patch")],
        package = "bazel-rules-cc",
    )

    # Bazel itself asks for these two, though nothing here is Java or measures
    # coverage, and would download them.
    maybe(
        debian_rules,
        name = "rules_java",
        dir = "java",
        package = "bazel-rules-java",
    )
    maybe(no_coverage_tools, name = "remote_coverage_tools")

    _library(
        "net_snmp",
        title = "Net-SNMP",
        modules = ["netsnmp", "netsnmp-agent"],
        headers = ["net-snmp"],
        package = "libsnmp-dev",
    )
    _library(
        "yaml_cpp",
        title = "yaml-cpp",
        modules = ["yaml-cpp"],
        headers = ["yaml-cpp"],
        package = "libyaml-cpp-dev",
    )
    _library(
        "fmt",
        title = "{fmt}",
        modules = ["fmt"],
        headers = ["fmt"],
        package = "libfmt-dev",
    )
    _library(
        "cli11",
        title = "CLI11",
        modules = ["CLI11"],
        headers = ["CLI"],
        package = "libcli11-dev",
    )
    _library(
        "nlohmann_json",
        title = "nlohmann-json",
        modules = ["nlohmann_json"],
        headers = ["nlohmann"],
        package = "nlohmann-json3-dev",
    )
    _library(
        "gpiod",
        title = "libgpiod",
        modules = ["libgpiod"],
        headers = ["gpiod.h"],
        package = "libgpiod-dev",
    )
    _library(
        "googletest",
        title = "GoogleTest and GoogleMock",
        modules = ["gtest", "gtest_main", "gmock", "gmock_main"],
        headers = ["gtest", "gmock"],
        package = "libgtest-dev libgmock-dev",
    )
