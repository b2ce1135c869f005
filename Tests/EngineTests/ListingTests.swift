import Testing

@Suite("Containers of a real engine are listed")
struct ListingTests {
    @Test("the headline: the unhealthy container is found by its health, and only it")
    func health() throws {
        let check = "--health-interval=1s --health-retries=1 --health-cmd"
        _ = try Tug.run("rm -f hl-good hl-bad hl-none")
        for (name, options) in [("hl-good", "\(check) true"), ("hl-bad", "\(check) false"), ("hl-none", "")] {
            let started = try Tug.run("run -d --name \(name) \(options) busybox sleep 300")
            #expect(started.status == 0, "\(started.err)")
        }
        defer { _ = try? Tug.run("rm -f hl-good hl-bad hl-none") }
        for _ in 0..<100 where try !Tug.run("ps -q -f name=hl- -f health=starting").out.isEmpty {
            _ = try Tug.shell("sleep 0.2")
        }
        let list = "ps -f name=hl- --format '{{.Names}} {{.HealthStatus}}' -f health="
        #expect(try Tug.run(list + "unhealthy").out == "hl-bad unhealthy\n")
        #expect(try Tug.run(list + "healthy").out == "hl-good healthy\n")
        #expect(try Tug.run(list + "none").out == "hl-none none\n")
        #expect(try Tug.run(list + "none -f health=healthy").out == "hl-none none\nhl-good healthy\n")
    }
}
