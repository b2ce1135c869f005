import Testing

@Suite("inspect against a real engine says what docker says", .serialized)
struct InspectTests {
    /// Most of these stand in public scripts.
    static let containerTemplates = [
        #"{{.State.Running}}"#,
        #"{{.State.Health.Status}}"#,
        #"{{.State.OOMKilled}}"#,
        #"{{.RestartCount}}"#,
        #"{{.Name}}"#,
        #"{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}"#,
        #"{{.State.Status}}{{if and .State.Running .State.Health}} ({{.State.Health.Status}}){{end}}"#,
        #"{{json .State.Health.Status}}"#,
        #"{"name":{{json .Name}},"state":{{json .State.Status}},"health":{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}},"exitCode":{{json .State.ExitCode}},"labels":{{json .Config.Labels}}}"#,
        #"{{.NetworkSettings.IPAddress}}"#,
        #"{{range $k, $v := .NetworkSettings.Networks}}{{$k}}{{"\n"}}{{end}}"#,
        #"{{range $k, $v := .NetworkSettings.Networks}}{{if eq $k "tug-inspect"}}{{$v.IPAddress}}{{end}}{{end}}"#,
        #"{{with index .NetworkSettings.Networks "kind"}}x{{end}}"#,
        #"{{.NetworkSettings.Networks.lab-adv03.IPAddress}}"#,
        #"{{(index (index .NetworkSettings.Ports "9999/tcp") 0).HostPort}}"#,
        #"{{range $p, $conf := .NetworkSettings.Ports}}{{if $conf}}{{$p}} -> {{(index $conf 0).HostPort}}{{println}}{{end}}{{end}}"#,
        #"{{range $p, $conf := .NetworkSettings.Ports}}{{range $conf}}{{.HostPort}}{{end}}{{end}}"#,
        #"{{.NetworkSettings.Ports}}"#,
        #"{{range .Mounts}}{{if eq .Destination "/data"}}{{.Source}}{{end}}{{end}}"#,
        #"{{range .Mounts}}{{if eq .Destination "/etc/nginx/nginx.conf"}}{{.Source}}|{{.RW}}{{end}}{{end}}"#,
        #"{{range $i, $var := .Config.Env}}{{if $i}}{{"\n"}}{{end}}{{$var}}{{end}}"#,
        #"{{range .Config.Env}}{{if (index (split . "=") 0 | eq "HOST_MAPPING")}}{{.}}{{end}}{{end}}"#,
        #"{{range $k, $v := .Config.Labels}}{{$k}}={{$v}}{{println}}{{end}}"#,
        #"{{printf "%.12s" .Id}}|{{.HostConfig.RestartPolicy.Name}}"#,
        #"{{printf "%.12s" .ID}}|{{.HostConfig.RestartPolicy.Name}}"#,
        #"{{printf "%-25s" .Name}} {{printf "%-12s" .State.Status}}|"#,
        #"{{print .State.Pid .State.ExitCode}}"#,
        #"{{slice .Name 1}}|{{.Config.Image}}|{{.State.Status}}{{if eq .State.Status "exited"}}({{.State.ExitCode}}){{end}}"#,
        #"{{index .RepoDigests 0}}"#,
        #"{{json .State}}"#,
        #"{{json .Config}}"#,
        #"{{json .NetworkSettings.Networks.kind}}"#,
        #"{{json .Mounts}}"#,
        #"{{json .GraphDriver}}"#,
        #"{{.Config}}"#,
        #"{{.State}}"#,
        #"{{.HostConfig.LogConfig}}"#,
        #"{{.HostConfig.RestartPolicy}}"#,
        #"{{.HostConfig.CapAdd}} {{.HostConfig.Devices}} {{.HostConfig.Init}} {{.HostConfig.PidsLimit}} {{.HostConfig.ConsoleSize}}"#,
        #"{{.Mounts}}"#,
        #"{{.Config.Healthcheck.Interval}} {{.Config.Healthcheck.Test}} {{printf "%d %v %s %q %x" .Config.Healthcheck.Interval .Config.Healthcheck.Interval .Config.Healthcheck.Interval .Config.Healthcheck.Interval .Config.Healthcheck.Interval}}"#,
        #"{{json .Config.Healthcheck}}"#,
        #"{{.SizeRw}} {{.SizeRootFs}}"#,
        #"{{.ContainerJSONBase.Name}} {{.NetworkSettings.NetworkSettingsBase.Bridge}} {{.HostConfig.Resources.Memory}}"#,
        #"{{index .Config.Labels "absent"}}|{{.Config.Labels.absent}}|{{index .Config.Labels "b"}}"#,
        #"{{.NoSuchField}}"#,
        #"{{.State.NoSuchField}}"#,
        #"{{.State.Health.Log}}"#,
        #"{{.NetworkSettings.Networks.nope.IPAddress}}"#,
        #"{{join .Args ","}} {{.Args}} {{json .Args}} {{len .Args}} {{index .Args 0}}"#,
        #"{{json .ExecIDs}} {{.ExecIDs}} {{len .Mounts}}"#,
        #"{{.State.Pid}}{{.State.ExitCode}} {{gt .State.Pid 0}} {{eq .State.ExitCode 0}}"#,
        #"{{.HostConfig.PortBindings}} {{json .HostConfig.PortBindings}} {{.Config.ExposedPorts}} {{json .Config.ExposedPorts}}"#,
        #"{{range $p, $b := .HostConfig.PortBindings}}{{$p}}={{range $b}}{{.HostIP}}:{{.HostPort}}{{end}}{{end}}"#,
        #"{{range $p, $b := .HostConfig.PortBindings}}{{$p}}={{range $b}}{{.HostIp}}:{{.HostPort}}{{end}}{{end}}"#,
        #"{{.HostConfig.Dns}} {{.HostConfig.DNS}}"#,
        #"{{.HostConfig.Dns}}"#,
        #"{{.HostConfig.DNS}} {{.HostConfig.NanoCPUs}} {{.HostConfig.CPUShares}}"#,
        #"{{.HostConfig.Ulimits}}"#,
        #"{{range .HostConfig.Ulimits}}{{.Name}} {{.Soft}}:{{.Hard}} {{.}}{{end}}"#,
        #"{{range .HostConfig.Mounts}}{{.Type}} {{.Target}} {{.TmpfsOptions}}{{end}}"#,
        #"{{.Created}} {{.State.StartedAt}} {{.State.FinishedAt}}"#,
        #"{{range .NetworkSettings.Networks}}{{.IPAMConfig}} {{.Aliases}} {{.DriverOpts}} {{.IPPrefixLen}}{{end}}"#,
        #"{{with .State.Health}}{{.FailingStreak | len}}{{end}}"#,
        #"{{upper .Name}} {{lower .Name}} {{title .Name}} {{pad .Name 1 1}}| {{truncate .Name 3}}"#,
        #"{{html .Config.Cmd}} {{js .Config.Cmd}} {{urlquery .Name}}"#,
        #"{{.Config.Cmd}} {{.Config.Entrypoint}} {{json .Config.Entrypoint}} {{.Config.Volumes}} {{json .Config.Volumes}}"#,
        #"{{.HostConfig.Init}} {{json .HostConfig.Init}} {{.HostConfig.OomKillDisable}} {{.HostConfig.MemorySwappiness}} {{if .HostConfig.Init}}yes{{end}}"#,
        #"{{.Config.StopTimeout}} {{.Config.Tty}} {{.Config.User}} {{.Config.WorkingDir}}"#,
        #"{{.AppArmorProfile}}|{{.Platform}}|{{.Driver}}|{{.LogPath}}|{{.GraphDriver.Name}}|{{.GraphDriver.Data.UpperDir}}"#,
        #"{{not .State.Running}} {{or .State.Dead .State.Running}} {{and .State.Running .Name}}"#,
        #"{{define "t"}}<{{.}}>{{end}}{{template "t" .Name}}"#,
        #"{{len .State.Health.Log | le 1}}"#,
        #"{{.NetworkSettings.Gateway}} {{.NetworkSettings.MacAddress}} {{.NetworkSettings.SandboxKey}} {{json .NetworkSettings.SecondaryIPAddresses}}"#,
    ]

    static let networkTemplates = [
        #"{{.Name}} {{.ID}} {{.Id}}"#,
        #"{{.Name}} {{.ID}} {{.Created}} {{.Scope}} {{.Driver}} {{.Internal}} {{.Attachable}}"#,
        #"{{json .IPAM}} {{.IPAM}}"#,
        #"{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}} {{.IPRange}} {{.}}{{end}} {{.Labels.net}}"#,
        #"{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}"#,
        #"{{range $k, $v := .Containers}}{{printf "%.12s" $k}} {{$v.Name}} {{.MacAddress}}{{println}}{{end}}"#,
        #"{{json .Options}} {{.EnableIPv6}} {{.Scope}} {{.Options}}"#,
        #"{{index .Options "com.docker.network.bridge.name"}}"#,
        #"{{len .Containers}} {{json .Containers}}"#,
        #"{{json .Created}} {{.Created.Unix}} {{.Created}}"#,
        #"{{printf "%s|%v|%q" .Created .Created .Created}}"#,
        #"{{(index .IPAM.Config 0).Subnet}}"#,
        #"{{.ConfigFrom.Network}}|{{.ConfigOnly}}|{{.Ingress}}|{{.Peers}}|{{.Services}}"#,
        #"{{.NoSuch}}"#,
        #"{{.Containers.x.Name}} {{.Labels}}"#,
    ]

    static let imageTemplates = [
        #"{{.ID}}"#,
        #"{{.Id}}"#,
        #"{{index .RepoTags 0}} {{len .RepoDigests}} {{.RepoDigests}}"#,
        #"{{index .RepoDigests 0}}"#,
        #"{{.Config.Cmd}} {{.Config.Env}} {{.Config.Entrypoint}} {{json .Config.Labels}}"#,
        #"{{.GraphDriver.Name}} {{.Os}}/{{.Architecture}}{{.Variant}} {{.Size}} {{.VirtualSize}}"#,
        #"{{json .RootFS.Type}} {{.Created}} {{len .RootFS.Layers}} {{index .RootFS.Layers 0}}"#,
        #"{{.Metadata.LastTagTime}} {{json .Metadata}}"#,
        #"{{json .ContainerConfig}}"#,
        #"{{range .Config.Env}}{{println .}}{{end}}"#,
    ]

    static let volumeTemplates = [
        #"{{.Mountpoint}} {{.Labels}} {{.Options}} {{json .Options}}"#,
        #"{{json .}}"#,
        #"{{.Name}} {{.Driver}} {{.Scope}} {{.CreatedAt}} {{.Status}} {{json .UsageData}}"#,
        #"{{.Labels.keep}} {{index .Labels "keep"}} {{index .Labels "no"}}|"#,
    ]

    @Test("containers with and without health, ports, labels, mounts and networks")
    func containers() throws {
        try Self.prepare()
        defer { Self.clean() }
        let names = "tug-inspect-web tug-inspect-sick tug-inspect-gone tug-inspect-new"
        for template in Self.containerTemplates { try same("inspect", template, names) }
        try same("inspect -s", "{{.SizeRw}} {{.SizeRootFs}}", names)
    }

    @Test("networks, an image and a volume")
    func others() throws {
        try Self.prepare()
        defer { Self.clean() }
        for template in Self.networkTemplates { try same("network inspect", template, "tug-inspect bridge none") }
        for template in Self.imageTemplates { try same("image inspect", template, "busybox") }
        for template in Self.volumeTemplates { try same("volume inspect", template, "tug-inspect") }
    }

    @Test("without a format the engine's own bytes are laid out as docker lays them out")
    func plain() throws {
        try Self.prepare()
        defer { Self.clean() }
        let names = "tug-inspect-gone tug-inspect-new busybox tug-inspect"
        try same("inspect", "", names)
        try same("container inspect", "", "tug-inspect-gone tug-inspect-missing")
        try same("network inspect", "", "tug-inspect none")
        try same("volume inspect", "", "tug-inspect")
    }

    /// Compares output and status; again where a second passed, or the engine told its mounts in another order.
    private func same(_ verb: String, _ template: String, _ names: String) throws {
        var ours = Tug.Result(out: "", err: "", status: 0)
        var theirs = ours
        for _ in 0..<8 {
            let words = " \(verb) -f \"$TEMPLATE\" \(names)"
            theirs = try Tug.shell("exec docker" + words, environment: ["TEMPLATE": template])
            ours = try Tug.shell("exec $TUG" + words, environment: ["TEMPLATE": template])
            // Where Go prints where something lies in memory, that is never the same twice.
            theirs.out.replace(/0xc[0-9a-f]+/, with: "0x")
            ours.out.replace(/0xc[0-9a-f]+/, with: "0x")
            if ours.out == theirs.out, ours.status == theirs.status { break }
        }
        #expect(ours.out == theirs.out, "\(verb) -f '\(template)'")
        #expect(ours.status == theirs.status, "\(verb) -f '\(template)'")
    }

    private static func prepare() throws {
        clean()
        let lines = """
            set -e
            docker network create --label net=yes tug-inspect
            docker volume create --label keep=1 tug-inspect
            docker run -d --name tug-inspect-web -p 127.0.0.1:0:9999 --expose 80 -e HOST_MAPPING=one -e B=2 \\
                --label com.example.a=1 --label b=two -v tug-inspect:/data -v /etc/passwd:/etc/nginx/nginx.conf:ro \\
                --restart on-failure:3 busybox sleep 3600
            docker run -d --name tug-inspect-sick --network tug-inspect --health-cmd false --health-interval 2s \\
                --health-retries 1 --cap-add NET_ADMIN --ulimit nofile=1000:2000 --device /dev/null --memory 64m \\
                --mount type=tmpfs,dst=/tt --init busybox sleep 3600
            docker run --name tug-inspect-gone busybox sh -c 'exit 3' || true
            docker create --name tug-inspect-new -t -i --entrypoint /bin/sh --user 1:1 --workdir /tmp busybox -c 'a <&> b'
            until docker ps -f name=tug-inspect-sick -f health=unhealthy -q | grep -q .; do sleep 0.2; done
            """
        let result = try Tug.shell(lines)
        #expect(result.status == 0, "\(result.err)")
    }

    private static func clean() {
        _ = try? Tug.shell(
            """
            docker ps -aqf name=tug-inspect- | xargs -r docker rm -fv
            docker network rm tug-inspect
            docker volume rm tug-inspect
            """)
    }
}
