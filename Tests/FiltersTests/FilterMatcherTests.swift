import Testing

@testable import Filters

@Suite struct FilterMatcherTests {
    private let container: [String: [String]] = [
        "id": ["40dcfcf6a9e8065370f2dd2cc0834f41da5891288db4efe4113a463c6c4094b9"],
        "name": ["/app", "/web/db"],
        "label": ["tier=front", "keep", "a=b=c"],
        "health": [HealthState(statusText: "Up 5 minutes (healthy)").rawValue],
        "status": ["running"],
        "network": ["bridge", "f23692f43eea"],
        "publish": ["8080/tcp", "53/udp"],
        "ancestor": ["busybox:latest", "sha256:429d9bc6d4d8b22f56ceda5909e1ca72a4650f075f218e0b215e506e2b042d4a"],
        "is-task": ["false"],
    ]

    private func passes(_ words: String...) throws -> Bool {
        var list = FilterList()
        for word in words { try list.add(word) }
        let rules = FilterRules(FilterRules.containers.keys + [FilterKey("label!", since: 99, .label)])
        return try FilterMatcher(list, rules, keys: list.keys).matches { container[$0] ?? [] }
    }

    @Test("values of one key are alternatives and keys must all match")
    func alternatives() throws {
        #expect(try passes("health=unhealthy", "health=healthy"))
        #expect(try passes("health=healthy", "status=running"))
        #expect(try !passes("health=healthy", "status=paused"))
        #expect(try passes())
    }

    @Test("labels must all match, by key or by key and value")
    func labels() throws {
        #expect(try passes("label=tier", "label=keep"))
        #expect(try passes("label=tier=front", "label=a=b=c"))
        #expect(try !passes("label=tier", "label=absent"))
        #expect(try !passes("label=tie"))
        #expect(try !passes("label=tier=back"))
    }

    @Test("negated labels must all be absent")
    func negatedLabels() throws {
        #expect(try passes("label!=absent", "label!=tier=back"))
        #expect(try !passes("label!=keep"))
        #expect(try !passes("label!=absent", "label!=tier"))
    }

    @Test(
        "names are searched with and without their leading slash",
        arguments: [
            ("^app$", true), ("^/app$", true), ("pp", true), ("^pp", false), ("^web", true), ("a.+p", true),
            ("APP", false),
        ])
    func names(pattern: String, expected: Bool) throws { #expect(try passes("name=\(pattern)") == expected) }

    @Test("IDs, networks, ports, images and truth values match as engines match them")
    func others() throws {
        #expect(try passes("id=40dc") && passes("id=^40dcfcf6") && !passes("id=^0dc"))
        #expect(try passes("network=bridge") && !passes("network=brid"))
        #expect(try passes("publish=8000-9000") && passes("publish=53/udp") && !passes("publish=53"))
        #expect(try passes("ancestor=busybox") && passes("ancestor=429d9bc6d4d8") && !passes("ancestor=busy"))
        #expect(try passes("ancestor=sha256:429d9bc6") && !passes("ancestor=busybox:1"))
        #expect(try passes("is-task=0") && !passes("is-task=true"))
    }

    @Test("a key of which the subject has nothing does not match")
    func unknownFact() throws { #expect(try !passes("exited=0")) }

    @Test("only the keys asked for are matched")
    func someKeys() throws {
        let list = try filters("health=healthy", "status=paused")
        #expect(try FilterMatcher(list, .containers, keys: ["health"]).matches { container[$0] ?? [] })
    }

    @Test("a key only engines can answer is refused with the version it needs")
    func engineOnly() throws {
        let list = try filters("before=x")
        #expect(throws: FilterError.needsEngine(key: "before", minor: 22)) {
            try FilterMatcher(list, .containers, keys: list.keys)
        }
    }

    @Test("the largest number of stars wins")
    func stars() throws {
        let matcher = try FilterMatcher(filters("stars=3", "stars=10"), .search, keys: ["stars"])
        #expect(!matcher.matches { _ in ["5"] })
        #expect(matcher.matches { _ in ["10"] })
    }

    @Test("a star in a reference stops at a slash")
    func references() throws {
        let matcher = try FilterMatcher(filters("reference=repo/*:1"), .images, keys: ["reference"])
        #expect(matcher.matches { _ in ["docker.io/x", "repo/app:1"] })
        #expect(!matcher.matches { _ in ["repo/a/b:1"] })
    }

    @Test(
        "health is read from the status text of real listings",
        arguments: [
            ("Up 11 seconds (healthy)", HealthState.healthy), ("Up 3 days (unhealthy)", .unhealthy),
            ("Up 2 seconds (health: starting)", .starting), ("Up 33 minutes", .none), ("Exited (0) 2 hours ago", .none),
            ("Up 2 hours (Paused)", .none), ("", .none),
        ])
    func health(status: String, state: HealthState) { #expect(HealthState(statusText: status) == state) }
}
