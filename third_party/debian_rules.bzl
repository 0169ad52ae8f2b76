"""Bazel's own dependencies without a download."""

_DEBIAN_RULES = "/usr/share/bazel/rules/"

def _debian_rules_impl(ctx):
    source = ctx.path(_DEBIAN_RULES + ctx.attr.dir)
    if not source.exists:
        fail("pdukit needs @%s (%s): apt-get install %s" % (
            ctx.name,
            source,
            ctx.attr.package,
        ))
    result = ctx.execute(["cp", "-R", "%s/." % source, "."])
    if result.return_code != 0:
        fail("cannot copy %s: %s" % (source, result.stderr))
    for patch in ctx.attr.patches:
        ctx.patch(patch, strip = 1)

debian_rules = repository_rule(
    implementation = _debian_rules_impl,
    doc = "A rule set from a Debian package, patched to suit Debian's Bazel.",
    attrs = {
        "dir": attr.string(mandatory = True, doc = "Below " + _DEBIAN_RULES),
        "package": attr.string(mandatory = True),
        "patches": attr.label_list(),
    },
)

def _no_coverage_tools_impl(ctx):
    ctx.file("BUILD", """
[
    sh_binary(
        name = name,
        srcs = ["missing.sh"],
        visibility = ["//visibility:public"],
    )
    for name in ["coverage_report_generator", "lcov_merger"]
]
""", executable = False)
    ctx.file("missing.sh", """#!/bin/sh
echo "pdukit: coverage needs @remote_coverage_tools, which is not here" >&2
exit 1
""")

no_coverage_tools = repository_rule(
    implementation = _no_coverage_tools_impl,
    doc = "Stands in for the tools of `bazel coverage`, which every test names.",
)
