/// What the manager of a swarm tells. Each `filters` is the wire form of the filters.
extension Request {
    /// `GET /nodes`, from API 1.24.
    public static func listNodes(filters: String? = nil) -> Request {
        Request(.get, "nodes").adding("filters", filters)
    }

    /// `GET /services`, from API 1.24.
    ///
    /// - Parameter status: asks for the numbers of tasks too, from API 1.41.
    public static func listServices(filters: String? = nil, status: Bool = false) -> Request {
        Request(.get, "services").adding("filters", filters).adding("status", status ? "true" : nil)
    }

    /// `GET /tasks`, from API 1.24.
    public static func listTasks(filters: String? = nil) -> Request {
        Request(.get, "tasks").adding("filters", filters)
    }

    /// `GET /secrets`, from API 1.25.
    public static func listSecrets(filters: String? = nil) -> Request {
        Request(.get, "secrets").adding("filters", filters)
    }

    /// `GET /configs`, from API 1.30.
    public static func listConfigs(filters: String? = nil) -> Request {
        Request(.get, "configs").adding("filters", filters)
    }
}
