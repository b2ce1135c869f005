import Foundation
import Testing

@Suite("Containers are made on a real engine as the words say", .serialized)
struct ContainerCreateTests {
    /// Fields of a container as the engine holds them, read over its socket without the program under test.
    private func inspect(_ name: String) throws -> [String: Any] {
        let socket = Tug.engine.replacingOccurrences(of: "unix://", with: "")
        let answer = try Tug.shell("curl -s --unix-socket \(socket) http://engine/containers/\(name)/json")
        return try #require(JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
    }

    private func remove(_ name: String) {
        let socket = Tug.engine.replacingOccurrences(of: "unix://", with: "")
        _ = try? Tug.shell("curl -s -X DELETE --unix-socket \(socket) 'http://engine/containers/\(name)?v=1&force=1'")
    }

    @Test("many options reach the engine")
    func options() throws {
        remove("create-many")
        defer { remove("create-many") }
        let made = try Tug.run(
            """
            create --name create-many -it -e A=1 -e SIDE -l a=b -p 127.0.0.1:18080:80 --expose 53/udp \
            --cap-add net_admin --cap-drop ALL --device /dev/null:/dev/n:r --security-opt no-new-privileges \
            --shm-size 1g -m 64m --memory-swap -1 --cpus 0.5 --ulimit nofile=10:20 --tmpfs /t:size=1m \
            --mount type=bind,src=/etc,dst=/c,readonly --mount type=tmpfs,dst=/m,tmpfs-size=1m -v /anon \
            --health-cmd true --health-interval 5s --restart on-failure:3 --add-host db:10.1.2.3 --dns 192.0.2.53 \
            --stop-signal INT --stop-timeout 3 --sysctl net.ipv4.ip_forward=0 --init -h box -u 1:2 -w /tmp \
            --log-opt max-size=1m --pids-limit 50 busybox sh -c 'echo $A'
            """, environment: ["SIDE": "left"])
        #expect(made.status == 0, "\(made.err)")
        #expect(made.out.utf8.count == 65)
        let container = try inspect("create-many")
        #expect(container["Id"] as? String == made.out.trimmingCharacters(in: .newlines))
        let config = try #require(container["Config"] as? [String: Any])
        let host = try #require(container["HostConfig"] as? [String: Any])
        #expect((config["Env"] as? [String])?.prefix(2) == ["A=1", "SIDE=left"])
        #expect(config["Cmd"] as? [String] == ["sh", "-c", "echo $A"])
        #expect(config["Labels"] as? [String: String] == ["a": "b"])
        #expect(config["Tty"] as? Bool == true && config["StdinOnce"] as? Bool == true)
        #expect(config["Hostname"] as? String == "box" && config["User"] as? String == "1:2")
        #expect(config["StopSignal"] as? String == "INT" && config["StopTimeout"] as? Int == 3)
        #expect((config["ExposedPorts"] as? [String: Any])?.keys.sorted() == ["53/udp", "80/tcp"])
        #expect((config["Healthcheck"] as? [String: Any])?["Interval"] as? Int == 5_000_000_000)
        #expect(host["Memory"] as? Int == 64 << 20 && host["MemorySwap"] as? Int == -1)
        #expect(host["NanoCpus"] as? Int == 500_000_000 && host["ShmSize"] as? Int == 1 << 30)
        #expect((host["RestartPolicy"] as? [String: Any])?["MaximumRetryCount"] as? Int == 3)
        #expect(host["ExtraHosts"] as? [String] == ["db:10.1.2.3"] && host["Dns"] as? [String] == ["192.0.2.53"])
        #expect(host["Tmpfs"] as? [String: String] == ["/t": "size=1m"])
        #expect(host["SecurityOpt"] as? [String] == ["no-new-privileges"] && host["Init"] as? Bool == true)
        #expect((host["Mounts"] as? [[String: Any]])?.compactMap { $0["Target"] as? String } == ["/c", "/m"])
        #expect((host["Ulimits"] as? [[String: Any]])?.first?["Hard"] as? Int == 20)
        #expect(host["PidsLimit"] as? Int == 50)
    }

    @Test("a container is joined to several networks")
    func networks() throws {
        remove("create-nets")
        let socket = Tug.engine.replacingOccurrences(of: "unix://", with: "")
        let curl = "curl -s -o /dev/null --unix-socket \(socket) -H 'Content-Type: application/json'"
        for name in ["create-n1", "create-n2"] {
            _ = try Tug.shell(
                "\(curl) -X POST -d '{\"Name\":\"\(name)\",\"CheckDuplicate\":true}' http://e/networks/create")
        }
        defer {
            remove("create-nets")
            for name in ["create-n1", "create-n2"] { _ = try? Tug.shell("\(curl) -X DELETE http://e/networks/\(name)") }
        }
        let made = try Tug.run(
            "create --name create-nets --network create-n1 --network name=create-n2,alias=q --network-alias a busybox")
        #expect(made.status == 0, "\(made.err)")
        let settings = try inspect("create-nets")["NetworkSettings"] as? [String: Any]
        let networks = try #require(settings?["Networks"] as? [String: [String: Any]])
        #expect(networks.keys.sorted() == ["create-n1", "create-n2"])
        #expect((networks["create-n1"]?["Aliases"] as? [String])?.contains("a") == true)
        #expect((networks["create-n2"]?["Aliases"] as? [String])?.contains("q") == true)
    }

    @Test("the id file holds the id when the container was made, and is not there when it was not")
    func idFile() throws {
        remove("create-cid")
        defer { remove("create-cid") }
        let folder = NSTemporaryDirectory() + "tug-cid-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let failed = try Tug.run("create --pull never --cidfile \(folder)/cid create-absent-image")
        #expect(failed.status == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        let made = try Tug.run("create --name create-cid --cidfile \(folder)/cid busybox")
        #expect(made.status == 0, "\(made.err)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["cid"])
        #expect(try String(contentsOfFile: folder + "/cid", encoding: .utf8) + "\n" == made.out)
        let again = try Tug.run("create --cidfile \(folder)/cid busybox")
        #expect(again.status == 1 && again.out.isEmpty)
    }

    @Test("files of variables and labels, a profile of system calls, and the configuration's proxies are read")
    func files() throws {
        remove("create-files")
        defer { remove("create-files") }
        let folder = NSTemporaryDirectory() + "tug-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in [
            ("env", "A=file\n# comment\nSIDE\nGONE\nNO_PROXY=mine\n"), ("labels", "from=file\nbare\n"),
            ("profile.json", "{ \"defaultAction\" : \"SCMP_ACT_ALLOW\" }\n"),
            ("config.json", #"{"proxies":{"default":{"httpProxy":"http://p:1","noProxy":"theirs"}}}"#),
        ] {
            try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let made = try Tug.shell(
            """
            cd \(folder) && exec "$TUG" create --name create-files --env-file env -e A=flag --label-file labels \
            -l a=b --security-opt seccomp=profile.json -v ./sub:/sub busybox
            """, environment: ["SIDE": "left", "DOCKER_CONFIG": folder])
        #expect(made.status == 0, "\(made.err)")
        let container = try inspect("create-files")
        let config = try #require(container["Config"] as? [String: Any])
        let host = try #require(container["HostConfig"] as? [String: Any])
        let environment = try #require(config["Env"] as? [String])
        #expect(environment.contains("A=flag") && environment.contains("SIDE=left"))
        #expect(!environment.contains { $0.hasPrefix("GONE") })
        #expect(environment.contains("HTTP_PROXY=http://p:1") && environment.contains("http_proxy=http://p:1"))
        #expect(environment.contains("NO_PROXY=mine") && !environment.contains("NO_PROXY=theirs"))
        #expect(config["Labels"] as? [String: String] == ["from": "file", "a": "b"])
        #expect(host["SecurityOpt"] as? [String] == [#"seccomp={"defaultAction":"SCMP_ACT_ALLOW"}"#])
        let bind = try #require((host["Binds"] as? [String])?.first)
        #expect(bind.hasSuffix("\(folder.split(separator: "/").last ?? "")/sub:/sub") && bind.hasPrefix("/"))
    }
}
