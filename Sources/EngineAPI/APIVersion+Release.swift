extension APIVersion {
    /// The first Docker release that offered this version, as people know it: `1.13`, `20.10`.
    ///
    /// Source: the API version history of the Docker Engine documentation.
    public var release: String? {
        major == 1 ? Self.releases[minor] : nil
    }

    private static let releases: [Int: String] = [
        18: "1.6", 19: "1.7", 20: "1.8", 21: "1.9", 22: "1.10", 23: "1.11", 24: "1.12", 25: "1.13", 26: "1.13.1",
        27: "17.03", 28: "17.04", 29: "17.05", 30: "17.06", 31: "17.07", 32: "17.09", 33: "17.10", 34: "17.11",
        35: "17.12", 36: "18.02", 37: "18.03", 38: "18.06", 39: "18.09", 40: "19.03", 41: "20.10", 42: "23.0",
        43: "24.0", 44: "25.0", 45: "26.0", 46: "27.0", 47: "27.2", 48: "28.0", 49: "28.1", 50: "28.2", 51: "28.3",
        52: "29.0", 53: "29.2", 54: "29.3", 55: "29.6",
    ]
}
