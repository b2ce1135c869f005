import Testing

@testable import Commands

@Suite("Networks, ports and names of a new container: words to body")
struct ContainerNetworkTests {
    @Test(
        "--publish takes addresses, ranges, protocols and the long form",
        arguments: [
            ("53", #"{"53/tcp":[{"HostIp":"","HostPort":""}]}"#),
            ("8080:80", #"{"80/tcp":[{"HostIp":"","HostPort":"8080"}]}"#),
            ("127.0.0.1::80/UDP", #"{"80/udp":[{"HostIp":"127.0.0.1","HostPort":""}]}"#),
            ("[::1]:70:80/sctp", #"{"80/sctp":[{"HostIp":"::1","HostPort":"70"}]}"#),
            (
                "1000-1001:2000-2001",
                #"{"2000/tcp":[{"HostIp":"","HostPort":"1000"}],"2001/tcp":[{"HostIp":"","HostPort":"1001"}]}"#
            ),
            ("8080-8085:90", #"{"90/tcp":[{"HostIp":"","HostPort":"8080-8085"}]}"#),
            ("target=80,published=8080,protocol=UDP", #"{"80/udp":[{"HostIp":"","HostPort":"8080"}]}"#),
            ("target=80", #"{"80/tcp":[{"HostIp":"","HostPort":""}]}"#),
        ])
    func publish(_ text: String, _ bindings: String) throws {
        #expect(try ContainerWords.host("PortBindings", "-p", text) == bindings)
    }

    @Test("a port published twice keeps both bindings, and published ports are exposed")
    func publishTwice() throws {
        #expect(
            try ContainerWords.host("PortBindings", "-p", "1:80", "-p", "2:80")
                == #"{"80/tcp":[{"HostIp":"","HostPort":"1"},{"HostIp":"","HostPort":"2"}]}"#)
        #expect(
            try ContainerWords.config("ExposedPorts", "-p", "1:80", "--expose", "70-71/udp")
                == #"{"70/udp":{},"71/udp":{},"80/tcp":{}}"#)
    }

    @Test(
        "wrong ports are told in one line",
        arguments: [
            ("99999:80", #""99999" is not a port or a range of ports"#),
            ("80:", #""80:" does not say which port of the container"#),
            ("2-1:80", #""2-1" is not a port or a range of ports"#),
            ("1-3:1-2", #"the ranges of "1-3:1-2" differ in length"#),
            ("1.2.3:80:80", #""1.2.3" in "1.2.3:80:80" is not an IP address"#),
            ("80/ftp", #""ftp" is none of tcp, udp, sctp"#),
            ("published=80", #""published=80" lacks target="#),
            ("target=80,host=1.2.3.4", #""host=1.2.3.4" is none of target=, published=, protocol=, mode="#),
            ("99999999999999999999:1", #""99999999999999999999" is not a port or a range of ports"#),
        ])
    func wrongPorts(_ text: String, _ reason: String) throws {
        #expect(try ContainerWords.complaint("-p", text) == "tug create: invalid value for --publish: \(reason)")
    }

    @Test("without --network the engine's default one is meant, by its old name below API 1.21")
    func defaultNetwork() throws {
        #expect(try ContainerWords.host("NetworkMode") == #""default""#)
        #expect(try ContainerWords.host("NetworkMode", minor: 20) == #""bridge""#)
        #expect(try ContainerWords.endpoints() == "{}")
    }

    @Test("flags of the network go to the first one's endpoint")
    func flags() throws {
        #expect(
            try ContainerWords.endpoints(
                "--net", "lan", "--ip", "10.0.0.1", "--ip6", "fd00::5", "--link", "x:y", "--network-alias", "zz",
                "--link-local-ip", "169.254.1.1")
                == #"{"lan":{"IPAMConfig":{"IPv4Address":"10.0.0.1","IPv6Address":"fd00::5","#
                + #""LinkLocalIPs":["169.254.1.1"]},"Links":["x:y"],"Aliases":["zz"]}}"#)
    }

    @Test("the long form carries the same, and keeps capital letters")
    func longForm() throws {
        #expect(
            try ContainerWords.endpoints(
                "--network", "name=Lan,alias=a,alias=b,ip=1.2.3.4,driver-opt=com.X=Y,gw-priority=3", minor: 48)
                == #"{"Lan":{"IPAMConfig":{"IPv4Address":"1.2.3.4"},"Aliases":["a","b"],"#
                + #""DriverOpts":{"com.X":"Y"},"GwPriority":3}}"#)
    }

    @Test("several networks are joined at creation from API 1.44 on, the first one alone before")
    func several() throws {
        #expect(try ContainerWords.endpoints("--network", "n1", "--network", "n2", minor: 44) == #"{"n1":{},"n2":{}}"#)
        #expect(try ContainerWords.endpoints("--network", "n1", "--network", "n2", minor: 43) == #"{"n1":{}}"#)
    }

    @Test("a hardware address stands where the engine looks for it")
    func macAddress() throws {
        let words = ["--mac-address", "02:42:ac:11:00:09"]
        #expect(try ContainerWords.config("MacAddress", words[0], words[1]) == #""02:42:ac:11:00:09""#)
        #expect(try ContainerWords.config("MacAddress", words[0], words[1], minor: 44) == "null")
        #expect(
            try ContainerWords.endpoints(words[0], words[1], minor: 44)
                == #"{"default":{"MacAddress":"02:42:ac:11:00:09"}}"#)
    }

    @Test("what the long form needs of the engine is known, so that nothing is dropped without a word")
    func needs() throws {
        #expect(
            try ContainerWords.needs("--network", "name=lan,driver-opt=a=b,gw-priority=1") == [
                "--network lan 1.21", "--network with driver-opt 1.30", "--network with gw-priority 1.48",
            ])
        #expect(try ContainerWords.needs("--network", "host") == [])
    }

    @Test("flags that contradict each other are refused before anything is asked")
    func conflicts() throws {
        for words in [
            ["--network", "bridge", "--network-alias", "a"], ["--network", "host", "--network", "lan"],
            ["--network", "lan", "--network", "lan"], ["--network", "name=lan,ip=1.2.3.4", "--ip", "1.2.3.5"],
            ["--network", "container:x", "--link", "y"],
        ] {
            let failure = #expect(throws: Failure.self) { try ContainerWords.body(words) }
            #expect(failure?.status == 125)
        }
    }

    @Test(
        "wrong networks and names are told in one line",
        arguments: [
            ("--network", "name=lan,ip=1.2.3", #""1.2.3" is not an IPv4 address"#),
            ("--network", "alias=x,ip=1.2.3.4", #""alias=x,ip=1.2.3.4" lacks name="#),
            ("--network", "name=lan,speed=1", #""speed" is no key of a network"#),
            ("--ip", "1.2.3", #""1.2.3" is not an IPv4 address"#),
            ("--ip6", "1.2.3.4", #""1.2.3.4" is not an IPv6 address"#),
            ("--mac-address", "zz", #""zz" is not a MAC address"#),
            ("--dns", "localhost", #""localhost" is not an IP address"#),
            ("--dns-search", "foo_bar", #""foo_bar" is not a domain"#),
            ("--add-host", "a", #""a" is not of the form NAME:IP"#),
            ("--add-host", "a:1.2.3", #""1.2.3" is neither an IP address nor host-gateway"#),
            ("--link", "a:b:c", #""a:b:c" is not of the form CONTAINER[:ALIAS]"#),
        ])
    func wrong(_ flag: String, _ text: String, _ reason: String) throws {
        #expect(try ContainerWords.complaint(flag, text) == "tug create: invalid value for \(flag): \(reason)")
    }

    @Test("names and name servers are passed on")
    func names() throws {
        #expect(
            try ContainerWords.host(
                "ExtraHosts", "--add-host", "a=1.2.3.4", "--add-host", "b:[::1]", "--add-host=c:host-gateway")
                == #"["a:1.2.3.4","b:::1","c:host-gateway"]"#)
        #expect(
            try ContainerWords.host("DnsSearch", "--dns-search", ".", "--dns-search", "example.org")
                == #"[".","example.org"]"#)
        #expect(try ContainerWords.host("DnsOptions", "--dns-opt", "a", "--dns-option", "b") == #"["a","b"]"#)
        #expect(try ContainerWords.config("Hostname", "-h", "box") == #""box""#)
    }
}
