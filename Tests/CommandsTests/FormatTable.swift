import Foundation

/// docker's formats, as a table of facts has them.
enum FormatTable {
    struct Row {
        let command: String
        let kind: String
        let name: String
        let heading: String
        let place: Int?
        let isInJSON: Bool
        let configKey: String
        let rawLines: [String]
    }

    static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/formats.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8 else { return nil }
            return Row(
                command: cells[0], kind: cells[1], name: cells[2], heading: cells[3], place: Int(cells[4]),
                isInJSON: cells[5] == "yes", configKey: cells[6],
                rawLines: cells[7].split(separator: ",").map(String.init))
        }
    }()

    static func rows(of command: String, _ kind: String) -> [Row] {
        rows.filter { $0.command == command && $0.kind == kind }
    }

    /// How a list is asked for, and what the engine answers: nothing, or one thing that it tells nothing of.
    struct List {
        let words: [String]
        /// Requests with their answers.
        var empty: [(path: String, body: String)]
        var single: [(path: String, body: String)]
        /// The same where `-q` was typed, if that asks for less.
        var quiet: [(path: String, body: String)]?
        /// So many lines are there whatever the engine says.
        var constant = 0

        /// The number of lines when there is one thing.
        var lines: Int { max(1, constant) }

        init(_ words: [String], _ path: String, empty: String = "[]", single: String = "[{}]") {
            self.words = words
            self.empty = [(path, empty)]
            self.single = [(path, single)]
        }

        init(
            _ words: [String], empty: [(path: String, body: String)], single: [(path: String, body: String)],
            quiet: [(path: String, body: String)]? = nil, constant: Int = 0
        ) {
            self.words = words
            self.empty = empty
            self.single = single
            self.quiet = quiet
            self.constant = constant
        }
    }

    static let lists = [
        "docker ps|container ls": List(["ps"], "/containers/json"),
        "docker images|image ls": List(["images"], "/images/json"),
        "docker history|image history": List(["history", "x"], "/images/x/history"),
        "docker plugin ls": List(["plugin", "ls"], "/plugins"),
        "docker network ls": List(["network", "ls"], "/networks"),
        "docker volume ls": List(
            ["volume", "ls"], "/volumes", empty: #"{"Volumes":[]}"#, single: #"{"Volumes":[{}]}"#),
        "docker search": List(["search", "x"], "/images/search?term=x"),
        "docker stats|container stats": List(
            ["stats", "--no-stream"], empty: [("/containers/json", "[]")],
            single: [("/containers/json", #"[{"Id":"4f"}]"#), ("/containers/4f/stats?stream=0", "{}")]),
        "docker system df": List(
            ["system", "df"], empty: [("/system/df", "{}")], single: [("/system/df", "{}")], constant: 4),
        "docker node ls": List(
            ["node", "ls"], empty: [("/nodes", "[]")], single: [("/nodes", "[{}]"), ("/info", "{}")],
            quiet: [("/nodes", "[{}]")]),
        "docker service ls|stack services": List(
            ["service", "ls"], empty: [("/services?status=true", "[]")],
            single: [("/services?status=true", #"[{"ServiceStatus":{}}]"#)], quiet: [("/services", "[{}]")]),
        "docker service ps|node ps|stack ps": List(
            ["service", "ps", "x"],
            empty: foundService + [(#"/tasks?filters={"service":{"x":true}}"#, "[]")],
            single: foundService + [(#"/tasks?filters={"service":{"x":true}}"#, "[{}]")]),
        "docker stack ls": List(
            ["stack", "ls"], #"/services?filters={"label":{"com.docker.stack.namespace":true}}"#,
            single: #"[{"Spec":{"Labels":{"com.docker.stack.namespace":"s"}}}]"#),
        "docker secret ls": List(["secret", "ls"], "/secrets"),
        "docker config ls": List(["config", "ls"], "/configs"),
        "docker context ls": List(["context", "ls"], empty: [], single: [], constant: 1),
    ]

    private static let foundService = [
        (path: #"/services?filters={"id":{"x":true}}"#, body: #"[{"ID":"x"}]"#),
        (path: #"/services?filters={"name":{"x":true}}"#, body: "[]"),
    ]
}
