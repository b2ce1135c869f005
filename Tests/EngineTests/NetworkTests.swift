import Testing

@Suite("Networks and volumes of a real engine")
struct NetworkTests {
    @Test("a network is made as asked, joined with an address, left and removed")
    func network() throws {
        _ = try Tug.shell("$TUG rm -f nouns-c; $TUG network rm -f nouns-n; true")
        defer { _ = try? Tug.shell("$TUG rm -f nouns-c; $TUG network rm -f nouns-n") }
        let made = try Tug.run(
            "network create --internal --subnet 10.251.7.0/24 --gateway 10.251.7.9 --aux-address a=10.251.7.10 nouns-n")
        #expect(made.status == 0, "\(made.err)")
        let shape = try Tug.run(
            "network inspect -f '{{.Internal}} {{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}' nouns-n")
        #expect(shape.out == "true 10.251.7.0/24 10.251.7.9\n")
        #expect(try Tug.run("network ls -f name=nouns-n --format '{{.Name}} {{.Internal}}'").out == "nouns-n true\n")
        #expect(try Tug.run("network ls -f dangling=true -f name=nouns-n -q").out.isEmpty == false)

        #expect(try Tug.run("run -d --name nouns-c busybox sleep 300").status == 0)
        #expect(try Tug.run("network connect --ip 10.251.7.50 --alias nick nouns-n nouns-c").status == 0)
        let address = "inspect -f '{{(index .NetworkSettings.Networks \"nouns-n\").IPAddress}}' nouns-c"
        #expect(try Tug.run(address).out == "10.251.7.50\n")
        let refused = try Tug.run("network rm nouns-n")
        #expect(refused.status == 1)
        #expect(refused.err.hasPrefix("Error response from daemon: "))
        #expect(try Tug.run("network disconnect nouns-n nouns-c").status == 0)
        #expect(try Tug.run("network rm nouns-n").out == "nouns-n\n")
    }

    @Test("a volume is made, found by its filters, and removed")
    func volume() throws {
        defer { _ = try? Tug.run("volume rm -f nouns-v") }
        #expect(try Tug.run("volume create --label nouns=1 nouns-v").out == "nouns-v\n")
        #expect(try Tug.run("volume ls -q --filter label=nouns=1").out == "nouns-v\n")
        let old = try Tug.run(
            "volume ls -q --filter label=nouns=1 --filter name=nouns", environment: ["DOCKER_API_VERSION": "1.21"])
        #expect(old.out == "nouns-v\n", "\(old.err)")
        #expect(try Tug.run("volume rm nouns-v").out == "nouns-v\n")
    }
}
