extension EnvironmentVariable {
    /// The variables as the engine takes them: files first, then the flags.
    ///
    /// A name without a value takes ours. Where we have none, a file's is left out, and a flag's goes out bare: it
    /// takes away what the image has.
    ///
    /// - Throws: `Failure` with `status` for a file that cannot be read or understood.
    static func texts(
        files: [String], flags: ListOf<EnvironmentVariable>, _ session: Session, status: Int32
    ) throws -> [String] {
        let fromFiles = try files.flatMap { file in
            try KeyValueFile(path: file, status: status).pairs.compactMap { pair in
                (pair.value ?? session.environment[pair.key]).map { "\(pair.key)=\($0)" }
            }
        }
        let fromFlags = flags.values.map(\.pair).map { pair in
            (pair.value ?? session.environment[pair.key]).map { "\(pair.key)=\($0)" } ?? pair.key
        }
        return fromFiles + fromFlags
    }
}
