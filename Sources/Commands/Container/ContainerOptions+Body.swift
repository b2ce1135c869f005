import EngineAPI
import JSON

extension ContainerOptions {
    /// The body of `POST /containers/create`.
    ///
    /// - Parameter command: replaces the image's command when not empty.
    /// - Throws: `Failure` for options that contradict each other, and for what the engine has no equal of.
    func body(image: String, command: [String], _ inputs: ContainerInputs) throws -> JSONNode {
        try process.check(inputs.version)
        var body = ContainerBody()
        body.config["Image"] = .string(image)
        if !command.isEmpty { body.config["Cmd"] = .strings(command) }
        process.write(into: &body, inputs)
        try network.write(into: &body, inputs)
        var mounts = mounts
        if usesAPISocket { mounts.mounts.values.append(.engineSocket) }
        try mounts.write(into: &body, inputs)
        resources.write(into: &body, inputs.version)
        devices.write(into: &body, inputs)
        security.write(into: &body, inputs)
        try health.write(into: &body)
        try runtime.write(into: &body)
        return body.json
    }
}
