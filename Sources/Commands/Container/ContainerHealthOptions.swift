import CommandGrammar
import JSON

/// How the container's health is checked.
struct ContainerHealthOptions: Equatable {
    var command = ""
    var interval = TimeSpan()
    var retries = 0
    var startInterval = TimeSpan()
    var startPeriod = TimeSpan()
    var timeout = TimeSpan()
    var isDisabled = false

    static var flags: [Flag<ContainerHealthOptions>] {
        [
            Flag("health-cmd", \.command, "Shell command that ends with 0 when all is well", since: "1.24"),
            Flag("health-interval", \.interval, "Time between two checks", since: "1.24"),
            Flag("health-retries", \.retries, "Failures in a row that make it unhealthy", since: "1.24"),
            Flag(
                "health-start-interval", \.startInterval, "Time between two checks while it starts", since: "1.44"),
            Flag("health-start-period", \.startPeriod, "Time to start in which failures do not count", since: "1.29"),
            Flag("health-timeout", \.timeout, "Time that one check may take", since: "1.24"),
            Flag("no-healthcheck", \.isDisabled, "Do not check, whatever the image says"),
        ]
    }

    func write(into body: inout ContainerBody) throws {
        let times = [
            ("Interval", "--health-interval", interval), ("Timeout", "--health-timeout", timeout),
            ("StartPeriod", "--health-start-period", startPeriod),
            ("StartInterval", "--health-start-interval", startInterval),
        ]
        var check: JSONNode = [:]
        if !command.isEmpty { check["Test"] = ["CMD-SHELL", .string(command)] }
        for (field, flag, time) in times where time.nanoseconds != 0 {
            if time.nanoseconds < 0 { throw Failure("\(flag) cannot be negative", status: 125) }
            check[field] = .int(Int(time.nanoseconds))
        }
        if retries < 0 { throw Failure("--health-retries cannot be negative", status: 125) }
        if retries > 0 { check["Retries"] = .int(retries) }
        if isDisabled {
            if check != [:] { throw Failure("--no-healthcheck contradicts the --health flags", status: 125) }
            check["Test"] = ["NONE"]
        }
        if check != [:] { body.config["Healthcheck"] = check }
    }
}
