"""A library that the system provides, found with pkg-config."""

def _pkg_config(ctx, program, module, *flags):
    result = ctx.execute(
        [program] + list(flags) + [module],
        # Else it would leave out /usr/include, the directory asked for.
        environment = {"PKG_CONFIG_ALLOW_SYSTEM_CFLAGS": "1"},
    )
    if result.return_code != 0:
        fail("pdukit needs %s (%s): apt-get install %s" % (
            ctx.attr.title,
            module,
            ctx.attr.package,
        ))
    return [flag for flag in result.stdout.strip().split(" ") if flag]

def _system_library_impl(ctx):
    program = ctx.which("pkg-config")
    if not program:
        fail("pdukit needs pkg-config: apt-get install pkg-config")

    directories = {}
    linkopts = {}
    for module in ctx.attr.modules:
        for flag in _pkg_config(ctx, program, module, "--cflags-only-I"):
            directories[flag[len("-I"):]] = True
        linkopts[module] = _pkg_config(ctx, program, module, "--libs")

    # Only this library's headers: a target that forgets a dependency must not
    # find another library's by accident in the same directory.
    for header in ctx.attr.headers:
        found = [d for d in directories if ctx.path(d + "/" + header).exists]
        if not found:
            fail("pdukit needs the headers of %s (%s/): apt-get install %s" % (
                ctx.attr.title,
                header,
                ctx.attr.package,
            ))
        ctx.symlink(found[0] + "/" + header, "include/" + header)

    ctx.file("linkopts.bzl", "LINKOPTS = %r\n" % linkopts, executable = False)
    ctx.symlink(ctx.attr.build_file, "BUILD")

system_library = repository_rule(
    implementation = _system_library_impl,
    attrs = {
        "title": attr.string(
            mandatory = True,
            doc = "The library's name, for the error when it is missing.",
        ),
        "modules": attr.string_list(
            mandatory = True,
            doc = "pkg-config modules: the keys of LINKOPTS in linkopts.bzl.",
        ),
        "headers": attr.string_list(
            mandatory = True,
            doc = "The library's own header directories.",
        ),
        "package": attr.string(
            mandatory = True,
            doc = "The Debian package that has it all.",
        ),
        "build_file": attr.label(mandatory = True, allow_single_file = True),
    },
    environ = ["PKG_CONFIG_PATH"],
    local = True,
)
