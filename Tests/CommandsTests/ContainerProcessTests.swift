import EngineAPI
import JSON
import Terminal
import Testing

@testable import Commands

@Suite("The process of a new container: words to body")
struct ContainerProcessTests {
    @Test("streams: stdout and stderr, stdin where it is kept open, or what --attach names")
    func streams() throws {
        for (words, expected) in [
            ([], "false true true false"), (["-i"], "true true true true"),
            (["-a", "STDIN", "-i"], "true false false true"),
            (["-a", "stdout"], "false true false false"),
        ] {
            let body = try ContainerWords.body(words)
            let fields = ["AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce"].map {
                body[$0] == true ? "true" : "false"
            }
            #expect(fields.joined(separator: " ") == expected, "\(words)")
        }
    }

    @Test("a detached container is connected to nothing")
    func detached() throws {
        var inputs = ContainerInputs(version: APIVersion(1, 41))
        inputs.isDetached = true
        let body = try ContainerWords.options(["-it"]).body(image: "i", command: ["sh"], inputs)
        #expect(body["AttachStdin"] == false && body["AttachStdout"] == false && body["StdinOnce"] == false)
        #expect(body["OpenStdin"] == true && body["Tty"] == true && body["Cmd"] == ["sh"])
    }

    @Test("the terminal's size is sent from API 1.42 on, and only with a terminal")
    func consoleSize() throws {
        for (words, minor, expected) in [(["-t"], 42, "[24,80]"), (["-t"], 41, "null"), ([], 42, "null")] {
            var inputs = ContainerInputs(version: APIVersion(1, minor))
            inputs.consoleSize = WindowSize(rows: 24, columns: 80)
            let size = try ContainerWords.options(words).body(image: "i", command: [], inputs)["HostConfig"]?[
                "ConsoleSize"]
            #expect(size.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "null" == expected)
        }
    }

    @Test("an entrypoint is one word, an empty one takes the image's away")
    func entrypoint() throws {
        #expect(try ContainerWords.config("Entrypoint") == "null")
        #expect(try ContainerWords.config("Entrypoint", "--entrypoint", "a b") == #"["a b"]"#)
        #expect(try ContainerWords.config("Entrypoint", "--entrypoint", "") == #"[""]"#)
    }

    @Test("restart policies, and what old engines would store without knowing it")
    func restart() throws {
        #expect(try ContainerWords.host("RestartPolicy") == #"{"Name":"no","MaximumRetryCount":0}"#)
        #expect(
            try ContainerWords.host("RestartPolicy", "--restart", "on-failure:3")
                == #"{"Name":"on-failure","MaximumRetryCount":3}"#)
        #expect(try ContainerWords.host("RestartPolicy", "--restart", "") == #"{"Name":"","MaximumRetryCount":0}"#)
        #expect(try ContainerWords.complaint("--restart", "on-failure:x") != nil)
        #expect(try ContainerWords.host("RestartPolicy", "--restart", "new").contains("new"))
        for words in [["--restart", "bogus"], ["--restart", "always:3"], ["--restart", "on-failure:-1"]] {
            #expect(throws: Failure.self) { try ContainerWords.body(words, minor: 24) }
        }
        #expect(throws: Failure.self) { try ContainerWords.body(["--restart", "unless-stopped"], minor: 20) }
        #expect(throws: Failure.self) { try ContainerWords.body(["--rm", "--restart", "always"]) }
    }

    @Test("the engine removes the container from API 1.25 on")
    func remove() throws {
        #expect(try ContainerWords.host("AutoRemove", "--rm") == "true")
        #expect(try ContainerWords.host("AutoRemove", "--rm", minor: 24) == "null")
    }

    @Test("a switch that was not typed is not sent")
    func switches() throws {
        #expect(try ContainerWords.host("Init") == "null")
        #expect(try ContainerWords.host("Init", "--init=false") == "false")
        #expect(try ContainerWords.config("StopTimeout") == "null")
        #expect(try ContainerWords.config("StopTimeout", "--stop-timeout", "0") == "0")
    }

    @Test("health checks")
    func health() throws {
        #expect(
            try ContainerWords.config(
                "Healthcheck", "--health-cmd", "a || b", "--health-interval", "5s", "--health-retries=2")
                == #"{"Test":["CMD-SHELL","a || b"],"Interval":5000000000,"Retries":2}"#)
        #expect(try ContainerWords.config("Healthcheck", "--no-healthcheck") == #"{"Test":["NONE"]}"#)
        #expect(try ContainerWords.config("Healthcheck") == "null")
        for words in [["--no-healthcheck", "--health-cmd", "x"], ["--health-timeout=-1s"], ["--health-retries=-1"]] {
            let failure = #expect(throws: Failure.self) { try ContainerWords.body(words) }
            #expect(failure?.status == 125)
        }
    }

    @Test("logs")
    func logs() throws {
        #expect(
            try ContainerWords.host("LogConfig", "--log-driver", "syslog", "--log-opt", "a=b", "--log-opt", "c")
                == #"{"Type":"syslog","Config":{"a":"b","c":""}}"#)
        #expect(throws: Failure.self) { try ContainerWords.body(["--log-driver", "none", "--log-opt", "a=b"]) }
    }

    @Test(
        "wrong words are told in one line",
        arguments: [
            ("--attach", "foo", #""foo" is none of stdin, stdout, stderr"#),
            ("--env", "=x", #""=x" names no variable"#), ("--env", "", #""" names no variable"#),
            ("--label", "=x", #""=x" has no key before the ="#),
            ("--label", "a b=c", #"the key of "a b=c" holds blanks"#),
            ("--pull", "often", #""often" is none of always, missing, never"#),
            ("--health-interval", "5", #""5" is not a duration (try 1h30m or 500ms)"#),
        ])
    func wrong(_ flag: String, _ text: String, _ reason: String) throws {
        #expect(try ContainerWords.complaint(flag, text) == "tug create: invalid value for \(flag): \(reason)")
    }

    @Test("files of variables: comments, blanks in front, a mark of the encoding, names alone")
    func file() throws {
        let bytes: [UInt8] = [0xef, 0xbb, 0xbf] + Array("A=1\r\n# no\n\n  B = two words \nNAME\n#C=3\nD=".utf8)
        #expect(throws: Failure.self) { try KeyValueFile(bytes, path: "f", status: 125) }
        let good = Array("A=1\r\n# no\n\n  B= two words \nNAME\nD=".utf8)
        #expect(
            try KeyValueFile(good, path: "f", status: 125).pairs == [
                KeyValue(key: "A", value: "1"), KeyValue(key: "B", value: " two words "),
                KeyValue(key: "NAME", value: nil), KeyValue(key: "D", value: ""),
            ])
    }

    @Test(
        "files of variables that are wrong name the line",
        arguments: [
            (Array("A=1\n=x".utf8), "f: line 2 has no name before the ="),
            (Array("A B=1".utf8), "f: line 1 has blanks in its name"),
            ([0x41, 0x3d, 0xff], "f: line 1 is not UTF-8"), ([0x41, 0x3d, 0x00], "f: line 1 holds a zero byte"),
        ] as [([UInt8], String)])
    func wrongFile(_ bytes: [UInt8], _ message: String) {
        #expect(throws: Failure(message, status: 125)) { try KeyValueFile(bytes, path: "f", status: 125) }
    }
}
