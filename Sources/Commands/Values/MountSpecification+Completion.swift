import CommandGrammar

extension MountSpecification {
    static var completion: Completion? {
        .list(
            .pairs([
                Completion.Pair(
                    "type", "What is mounted",
                    .words([
                        Candidate("bind", "A folder or file of the engine's host"), "cluster",
                        Candidate("image", "The files of an image"), Candidate("npipe", "A pipe (Windows)"),
                        Candidate("tmpfs", "Memory"), Candidate("volume", "A volume"),
                    ])),
                Completion.Pair("source", "A path, or a volume's name", .either([.names(.volumes), .files])),
                Completion.Pair("src", "The same as source", .either([.names(.volumes), .files])),
                Completion.Pair("target", "Where it appears in the container"),
                Completion.Pair("destination", "The same as target"),
                Completion.Pair("dst", "The same as target"),
                Completion.Pair("readonly", "Nothing can be written to it", nil),
                Completion.Pair("bind-create-src", "Make a missing source", nil),
                Completion.Pair(
                    "bind-propagation", "Whether mounts below are passed on",
                    .words(["private", "rprivate", "rshared", "rslave", "shared", "slave"])),
                Completion.Pair(
                    "bind-recursive", "What becomes of mounts below",
                    .words(["disabled", "enabled", "readonly", "writable"])),
                Completion.Pair(
                    "consistency", "For Docker Desktop", .words(["cached", "consistent", "default", "delegated"])),
                Completion.Pair("image-subpath", "Only this part of the image"),
                Completion.Pair("tmpfs-mode", "Permission bits, octal"),
                Completion.Pair("tmpfs-size", "The most it may hold"),
                Completion.Pair("volume-driver", "Driver of a volume that is made"),
                Completion.Pair("volume-label", "Label of a volume that is made"),
                Completion.Pair("volume-nocopy", "Do not fill it from the image", nil),
                Completion.Pair("volume-opt", "Option of the volume's driver"),
                Completion.Pair("volume-subpath", "Only this part of the volume"),
            ]))
    }
}
