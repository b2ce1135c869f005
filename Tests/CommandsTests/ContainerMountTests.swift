import Testing

@testable import Commands

@Suite("Mounts of a new container: words to body")
struct ContainerMountTests {
    @Test(
        "--mount becomes an element of Mounts",
        arguments: [
            ("dst=/x", #"[{"Type":"volume","Target":"/x"}]"#),
            (
                "type=bind,src=/etc,dst=/c,readonly,bind-propagation=rslave",
                #"[{"Type":"bind","Target":"/c","Source":"/etc","ReadOnly":true,"BindOptions":{"Propagation":"rslave"}}]"#
            ),
            (
                "type=volume,source=v,target=/d,volume-nocopy,volume-label=a=b,volume-driver=local,volume-opt=x=y",
                #"[{"Type":"volume","Target":"/d","Source":"v","VolumeOptions":{"NoCopy":true,"#
                    + #""Labels":{"a":"b"},"DriverConfig":{"Name":"local","Options":{"x":"y"}}}}]"#
            ),
            (
                "TYPE=tmpfs,destination=/t,tmpfs-size=1m,tmpfs-mode=1770",
                #"[{"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":1048576,"Mode":1016}}]"#
            ),
            (
                "type=bind,src=./q/../r,dst=/p,bind-recursive=disabled",
                #"[{"Type":"bind","Target":"/p","Source":"/home/here/r","BindOptions":{"NonRecursive":true}}]"#
            ),
            (
                "type=bind,src=/a,dst=/b,readonly,bind-recursive=readonly,bind-propagation=rprivate",
                #"[{"Type":"bind","Target":"/b","Source":"/a","ReadOnly":true,"#
                    + #""BindOptions":{"Propagation":"rprivate","ReadOnlyForceRecursive":true}}]"#
            ),
            (
                "type=image,src=busybox,dst=/i,image-subpath=bin",
                #"[{"Type":"image","Target":"/i","Source":"busybox","ImageOptions":{"Subpath":"bin"}}]"#
            ),
            (#"type=volume,"dst=/with,comma""#, #"[{"Type":"volume","Target":"/with,comma"}]"#),
        ])
    func mount(_ text: String, _ json: String) throws {
        #expect(try ContainerWords.host("Mounts", "--mount", text) == json)
    }

    @Test(
        "a wrong --mount is told in one line",
        arguments: [
            ("foo", #""foo" is not of the form KEY=VALUE"#),
            ("type=bind,src=/a", #""type=bind,src=/a" lacks target="#),
            ("dst=/x,sauce=y", #""sauce" is no key of a mount"#),
            ("dst=/x, src=y", #"blanks surround a key or value in " src=y""#),
            ("type=tmpfs,dst=/x,bind-propagation=shared", "options of type bind stand in a mount of type tmpfs"),
            ("dst=/x,readonly=maybe", #""maybe" is neither true nor false"#),
            ("type=tmpfs,dst=/x,tmpfs-mode=9", #"tmpfs-mode "9" is not an octal number"#),
            ("type=bind,src=/a,dst=/x,bind-recursive=writable", "bind-recursive=writable needs readonly beside it"),
            (
                "type=bind,src=/a,dst=/x,readonly,bind-recursive=readonly",
                "bind-recursive=readonly needs bind-propagation=rprivate beside it"
            ),
            (#"dst="/x"#, #"a quote stands inside a field of dst="/x"#),
        ])
    func wrongMount(_ text: String, _ reason: String) throws {
        #expect(try ContainerWords.complaint("--mount", text) == "tug create: invalid value for --mount: \(reason)")
    }

    @Test("mounts that only newer engines know say so")
    func needs() throws {
        #expect(
            try ContainerWords.needs("--mount", "type=image,src=a,dst=/b", "-v", "v:/x:nocopy,ro") == [
                "--mount with type=image 1.48", "--volume with nocopy 1.23",
            ])
        #expect(
            try ContainerWords.needs("--mount", "type=bind,src=/a,dst=/b,bind-create-src") == [
                "--mount with bind-create-src 1.42"
            ])
    }

    @Test("below API 1.25 mounts become binds, volumes and tmpfs")
    func legacy() throws {
        #expect(
            try ContainerWords.host(
                "Binds", "--mount", "type=bind,src=./a,dst=/b,ro", "--mount", "src=v,dst=/c,volume-nocopy", "-v",
                "/h:/i",
                minor: 24) == #"["/h:/i","/home/here/a:/b:ro","v:/c:nocopy"]"#)
        #expect(try ContainerWords.host("Mounts", "--mount", "dst=/c", minor: 24) == "null")
        #expect(
            try ContainerWords.config("Volumes", "--mount", "dst=/c", "-v", "/d", minor: 18) == #"{"/d":{},"/c":{}}"#)
        #expect(
            try ContainerWords.host("Tmpfs", "--mount", "type=tmpfs,dst=/t,tmpfs-size=1k,tmpfs-mode=700", minor: 22)
                == #"{"/t":"size=1024,mode=700"}"#)
    }

    @Test("a mount that an old engine has no equal of is refused, never dropped")
    func refusedLegacy() throws {
        for (words, minor) in [
            (["--mount", "src=v,dst=/c,volume-label=a=b"], 24), (["--mount", "type=tmpfs,dst=/t"], 21),
            (["--mount", "src=v,dst=/c,volume-nocopy"], 22), (["--mount", "dst=/c,readonly"], 24),
            (["--mount", "type=bind,src=/a:b,dst=/c"], 24), (["--mount", "type=npipe,src=a,dst=b"], 24),
        ] {
            #expect(throws: Failure.self) { try ContainerWords.body(words, minor: minor) }
        }
    }

    @Test("--volume keeps its text, but for paths that begin with a dot")
    func volume() throws {
        #expect(
            try ContainerWords.host("Binds", "-v", "vol:/v", "-v", "./x:/y:ro", "-v", "..:/z", "-v", #"c:\a:/b"#)
                == #"["vol:/v","/home/here/x:/y:ro","/home:/z","c:\\a:/b"]"#)
        #expect(try ContainerWords.config("Volumes", "-v", "/anon") == #"{"/anon":{}}"#)
        #expect(
            try ContainerWords.complaint("-v", ":/x")
                == #"tug create: invalid value for --volume: a part of ":/x" is empty"#)
        #expect(
            try ContainerWords.complaint("-v", "") == #"tug create: invalid value for --volume: a part of "" is empty"#)
    }

    @Test("the volume driver moves where old engines look for it")
    func volumeDriver() throws {
        #expect(try ContainerWords.host("VolumeDriver", "--volume-driver", "x") == #""x""#)
        #expect(try ContainerWords.host("VolumeDriver", "--volume-driver", "x", minor: 20) == "null")
        #expect(try ContainerWords.config("VolumeDriver", "--volume-driver", "x", minor: 20) == #""x""#)
    }

    @Test("tmpfs, storage options and the engine's socket")
    func others() throws {
        #expect(
            try ContainerWords.host("Tmpfs", "--tmpfs", "/t:size=1m", "--tmpfs", "/u") == #"{"/t":"size=1m","/u":""}"#)
        #expect(try ContainerWords.host("StorageOpt", "--storage-opt", "size=1G") == #"{"size":"1G"}"#)
        #expect(
            try ContainerWords.complaint("--storage-opt", "y")?.hasSuffix(#""y" is not of the form KEY=VALUE"#) == true)
        #expect(try ContainerWords.host("Mounts", "--use-api-socket").contains(#""Source":"/var/run/docker.sock""#))
    }
}
