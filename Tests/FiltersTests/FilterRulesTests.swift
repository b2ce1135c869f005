import Testing

@testable import Filters

@Suite struct FilterRulesTests {
    private static let all: [FilterRules] = [
        .containers, .images, .search, .networks, .volumes, .plugins, .events, .containerPrune, .imagePrune,
        .networkPrune, .volumePrune, .builderPrune, .systemPrune, .nodes, .services, .stackServices, .nodeTasks,
        .serviceTasks, .stackTasks, .secrets, .configs,
    ]

    private func refusal(_ rules: FilterRules, _ words: String...) -> FilterError? {
        do {
            var list = FilterList()
            for word in words { try list.add(word) }
            try rules.check(list)
            return nil
        } catch {
            return error
        }
    }

    @Test("keys of a listing are unique, sorted and within the API versions that exist")
    func tables() {
        for rules in Self.all {
            let names = rules.keys.map(\.name)
            #expect(names == Set(names).sorted())
            #expect(rules.keys.allSatisfy { (18...60).contains($0.since) })
        }
    }

    @Test("a key that is nearly right is named with the right one and all valid ones")
    func nearest() {
        let error = refusal(.volumes, "lable=x")
        #expect(error == .unknownKey(key: "lable", nearest: "label", valid: ["dangling", "driver", "label", "name"]))
        #expect(
            error?.description
                == "unknown filter \"lable\", did you mean \"label\"? (valid: dangling, driver, label, name)")
        #expect(
            refusal(.volumes, "zzzz=x")?.description == "unknown filter \"zzzz\" (valid: dangling, driver, label, name)"
        )
    }

    @Test(
        "a wrong value is refused with the valid ones",
        arguments: [
            ("health=sick", "filter health cannot be \"sick\" (valid: starting, healthy, unhealthy, none)"),
            ("is-task=maybe", "filter is-task cannot be \"maybe\" (valid: true, false, 1, 0)"),
            ("is-task=True", "filter is-task cannot be \"True\" (valid: true, false, 1, 0)"),
            ("exited=zero", "filter exited cannot be \"zero\" (valid: a whole number)"),
            ("publish=80:80", "filter publish cannot be \"80:80\" (valid: PORT[/PROTOCOL] or FIRST-LAST[/PROTOCOL])"),
            (
                "status=stopped",
                "filter status cannot be \"stopped\" (valid: created, restarting, running, removing, paused, exited, dead)"
            ),
        ])
    func wrongValues(word: String, message: String) {
        #expect(refusal(.containers, word)?.description == message)
    }

    @Test("exited!=0, a common slip, names the key with its mark")
    func exitedNot() {
        #expect(
            refusal(.containers, "exited!=0")?.description.hasPrefix(
                "unknown filter \"exited!\", did you mean \"exited\"?") == true)
    }

    @Test("what real command lines use is accepted")
    func realWords() {
        #expect(
            refusal(.containers, "health=unhealthy", "health=starting", "name=^/app$", "exited=-1", "label=a=b") == nil)
        #expect(refusal(.containers, "publish=8000-8010/udp", "expose=80", "ancestor=busybox", "status=dead") == nil)
        #expect(refusal(.images, "dangling=true", "reference=repo:*", "label!=x") == nil)
        #expect(refusal(.serviceTasks, "desired-state=Running") == nil)
        #expect(refusal(.builderPrune, "until=24h", "inuse=true") == nil)
    }

    @Test("true and false together are refused, and so are two values where engines take one")
    func severalValues() {
        #expect(refusal(.volumes, "dangling=true", "dangling=0") == .severalValues(key: "dangling"))
        #expect(refusal(.volumes, "dangling=true", "dangling=1") == nil)
        #expect(refusal(.containerPrune, "until=1h", "until=2h") == .severalValues(key: "until"))
    }

    @Test(
        "keys and values newer than the engine are found",
        arguments: [
            ("health=healthy", 24, true), ("health=healthy", 25, false), ("health=starting", 25, true),
            ("health=starting", 35, true), ("health=starting", 36, false), ("status=removing", 24, true),
            ("status=removing", 25, false), ("status=running", 18, false), ("ancestor=x", 20, true),
            ("publish=80", 27, true), ("publish=80", 28, false), ("name=x", 18, false),
        ])
    func unsupported(word: String, minor: Int, isUnsupported: Bool) throws {
        let list = try filters(word)
        #expect(FilterRules.containers.unsupported(list, at: minor) == (isUnsupported ? list.keys : []))
    }

    @Test("the newest engine knows every key of every listing")
    func newestEngine() throws {
        for rules in Self.all {
            var list = FilterList()
            for key in rules.keys { list.set(key: key.name, value: "x") }
            #expect(rules.unsupported(list, at: 55) == [])
        }
    }

    @Test("ports and ranges are read with tcp as the protocol", arguments: ["80", "80/tcp", "80-80/TCP"])
    func ports(text: String) {
        #expect(FilterPort(text)?.ports == 80...80)
        #expect(FilterPort(text)?.protocol == "tcp")
    }

    @Test(
        "what is no port is refused",
        arguments: ["", "/", "80/", "x", "65536", "90-80", "1-2-3", "-1", "+80", "80/ip", "1-"])
    func wrongPorts(text: String) { #expect(FilterPort(text) == nil) }
}
