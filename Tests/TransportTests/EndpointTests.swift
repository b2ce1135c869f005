import Testing

@testable import Transport

@Suite struct EndpointTests {
    @Test(
        "addresses and what they mean",
        arguments: [
            ("", .local), ("unix://", .local), ("unix:///run/d.sock", .unix(path: "/run/d.sock")),
            (" unix:///run/d.sock ", .unix(path: "/run/d.sock")), ("unix://d.sock", .unix(path: "d.sock")),
            ("unix://@name", .unix(path: "@name")),
            ("tcp://", .tcp(host: "localhost", port: 2375, basePath: "", tls: false)),
            ("tcp://h", .tcp(host: "h", port: 2375, basePath: "", tls: false)),
            ("TCP://h:1/", .tcp(host: "h", port: 1, basePath: "", tls: false)),
            ("tcp://h:1/base/", .tcp(host: "h", port: 1, basePath: "/base", tls: false)),
            ("tcp://:99", .tcp(host: "localhost", port: 99, basePath: "", tls: false)),
            ("tcp://h:", .tcp(host: "h", port: 2375, basePath: "", tls: false)),
            ("tcp://[::1]:99", .tcp(host: "::1", port: 99, basePath: "", tls: false)),
            ("tcp://[::1]", .tcp(host: "::1", port: 2375, basePath: "", tls: false)),
            ("h", .tcp(host: "h", port: 2375, basePath: "", tls: false)),
            ("h:7", .tcp(host: "h", port: 7, basePath: "", tls: false)),
            (":7", .tcp(host: "localhost", port: 7, basePath: "", tls: false)),
            ("http://h", .tcp(host: "h", port: 80, basePath: "", tls: false)),
            ("https://h/x", .tcp(host: "h", port: 443, basePath: "/x", tls: true)),
            ("ssh://h", .ssh(.init(host: "h"))), ("ssh://h/", .ssh(.init(host: "h"))),
            ("ssh://u@h:22/run/d.sock", .ssh(.init(user: "u", host: "h", port: 22, socketPath: "/run/d.sock"))),
            ("ssh://u@[::1]:22", .ssh(.init(user: "u", host: "::1", port: 22))),
        ] as [(String, Endpoint)])
    func accepted(_ text: String, _ expected: Endpoint) throws {
        #expect(try Endpoint(parsing: text) == expected)
    }

    @Test("with TLS the port is another one, and nothing given means this machine by TCP")
    func tls() throws {
        #expect(try Endpoint(parsing: "h", tls: true) == .tcp(host: "h", port: 2376, basePath: "", tls: true))
        #expect(try Endpoint(parsing: "", tls: true) == .tcp(host: "localhost", port: 2376, basePath: "", tls: true))
    }

    @Test(
        "addresses that are refused",
        arguments: [
            ("npipe:////./pipe/x", .namedPipe), ("fd://3", .descriptor), ("ftp://h", .unknownScheme("ftp")),
            ("tcp://h:0", .invalidPort("0")), ("tcp://h:65536", .invalidPort("65536")),
            ("tcp://h:1x", .invalidPort("1x")), ("tcp://h:-1", .invalidPort("-1")),
            ("tcp://::1", .invalidPort(":1")), ("tcp://[::1", .malformed("[::1")), ("tcp://[]", .malformed("[]")),
            ("tcp://h:1/a/../b", .malformed("h:1/a/../b")), ("tcp://h\r\nX:1", .malformed("tcp://h\r\nX:1")),
            ("tcp://u@h:1", .unwanted(part: "user", scheme: "tcp")),
            ("tcp://h:1?x", .unwanted(part: "query", scheme: "tcp")),
            ("tcp://h:1#x", .unwanted(part: "fragment", scheme: "tcp")), ("a\u{1b}", .malformed("a\u{1b}")),
            ("ssh://", .malformed("")), ("ssh://u@", .malformed("u@")), ("ssh://@h", .malformed("@h")),
            ("ssh://u:pw@h", .unwanted(part: "password", scheme: "ssh")),
            ("ssh://h?x", .unwanted(part: "query", scheme: "ssh")),
            ("ssh://h#x", .unwanted(part: "fragment", scheme: "ssh")), ("ssh://h:-1", .invalidPort("-1")),
            ("ssh://-oProxyCommand=x", .looksLikeOption("-oProxyCommand=x")),
            ("ssh://-l@h", .looksLikeOption("-l")), ("ssh://h /x", .malformed("ssh://h /x")),
        ] as [(String, EndpointError)])
    func refused(_ text: String, _ expected: EndpointError) {
        #expect(throws: expected) { try Endpoint(parsing: text) }
    }

    @Test("a unix path of 107 bytes fits, one of 108 is refused with its limit")
    func longPath() throws {
        let fitting = "/" + String(repeating: "a", count: 106)
        #expect(try Endpoint(parsing: "unix://" + fitting) == .unix(path: fitting))
        #expect(throws: EndpointError.unixPathTooLong(fitting + "a", limit: 107)) {
            try Endpoint(parsing: "unix://\(fitting)a")
        }
    }

    @Test("the host header and the written form")
    func texts() throws {
        #expect(try Endpoint(parsing: "tcp://[::1]:99/b/").description == "tcp://[::1]:99/b")
        #expect(try Endpoint(parsing: "tcp://[::1]:99/b/").hostHeader == "[::1]:99")
        #expect(try Endpoint(parsing: "ssh://u@h:22/s").description == "ssh://u@h:22/s")
        #expect(Endpoint.local.hostHeader == "api.moby.localhost")
        #expect(Endpoint.local.description == "unix:///var/run/docker.sock")
    }
}
