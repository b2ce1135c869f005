import EngineAPI

/// Something typed that only engines from some version on understand, found out after parsing.
struct Need: Equatable {
    /// As the user knows it: `--mount with type=image`.
    let subject: String
    let version: APIVersion

    init(_ subject: String, _ major: Int, _ minor: Int) {
        self.subject = subject
        version = APIVersion(major, minor)
    }
}
