"""Fuzz targets."""

load("@rules_cc//cc:defs.bzl", "cc_binary", "cc_library", "cc_test")
load("//tools:copts.bzl", "COPTS")

def fuzz_target(name, mutations, deps, data = []):
    """A target in name.cc, as a test and as a program of libFuzzer's.

    The test, NAME_test, tries the seeds and so many mutations of them, the same
    ones at every run. The program, NAME_fuzzer, needs --config=fuzz.
    """
    cc_library(
        name = name,
        testonly = True,
        srcs = [name + ".cc"],
        copts = COPTS,
        data = data,
        deps = [":fuzz"] + deps,
        alwayslink = True,
    )
    cc_test(
        name = name + "_test",
        size = "small",
        srcs = ["replay.cc"],
        args = [str(mutations)],
        copts = COPTS,
        deps = [
            ":fuzz",
            name,
        ],
    )
    cc_binary(
        name = name + "_fuzzer",
        testonly = True,
        srcs = ["libfuzzer.cc"],
        copts = COPTS,
        linkopts = ["-fsanitize=fuzzer"],
        tags = ["manual"],
        deps = [
            ":fuzz",
            name,
        ],
    )
