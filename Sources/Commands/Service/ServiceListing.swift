import JSON

/// What `tug service ls` knows of a service: an element of `GET /services`, and how many tasks it has.
struct ServiceRow {
    let service: JSONValue
    let count: Count

    /// Numbers of tasks.
    struct Count {
        var running = 0
        var desired = 0
        var completed = 0

        init() {}

        /// As the engine counts them.
        init(_ status: JSONValue?) {
            running = status?.integer("RunningTasks") ?? 0
            desired = status?.integer("DesiredTasks") ?? 0
            completed = status?.integer("CompletedTasks") ?? 0
        }
    }
}

extension Listing where Row == ServiceRow {
    static var services: Listing {
        Listing(
            typeName: "*service.serviceContext",
            columns: [
                Column("ID", "ID") { ShortID.of($0.service.text("ID")) },
                Column("NAME", "Name") { $0.service.specName },
                Column("MODE", "Mode") { $0.mode },
                Column("REPLICAS", "Replicas") { $0.replicas },
                Column("IMAGE", "Image") {
                    ImageReference.withoutDigest($0.template?["ContainerSpec"]?.text("Image") ?? "")
                },
                Column("PORTS", "Ports") { ServicePorts.text($0.service["Endpoint"]?.list("Ports")) },
            ],
            table: ["ID", "Name", "Mode", "Replicas", "Image", "Ports"],
            raw: """
                id: {{.ID}}
                name: {{.Name}}
                mode: {{.Mode}}
                replicas: {{.Replicas}}
                image: {{.Image}}
                ports: {{.Ports}}

                """,
            rawQuiet: "id")
    }
}

extension ServiceRow {
    /// The mode as filters spell it: `replicated-job`.
    static func modeFilter(of service: JSONValue) -> String {
        let mode = service.at("Spec", "Mode")
        let modes = [
            ("Global", "global"), ("Replicated", "replicated"), ("ReplicatedJob", "replicated-job"),
            ("GlobalJob", "global-job"),
        ]
        return modes.first { mode?[$0.0] != nil }?.1 ?? ""
    }

    fileprivate var template: JSONValue? { service.at("Spec", "TaskTemplate") }

    fileprivate var mode: String { String(Self.modeFilter(of: service).map { $0 == "-" ? " " : $0 }) }

    fileprivate var replicas: String {
        let tasks = "\(count.running)/\(count.desired)"
        if let job = service.at("Spec", "Mode", "ReplicatedJob") {
            return "\(tasks) (\(count.completed)/\(job.integer("TotalCompletions")) completed)"
        }
        if service.at("Spec", "Mode", "GlobalJob") != nil {
            let total = count.desired.addingReportingOverflow(count.completed).partialValue
            return "\(tasks) (\(count.completed)/\(total) completed)"
        }
        let most = template?["Placement"]?.integer("MaxReplicas") ?? 0
        let isLimited = service.at("Spec", "Mode", "Replicated") != nil && most > 0
        return isLimited ? "\(tasks) (max \(most) per node)" : tasks
    }
}
