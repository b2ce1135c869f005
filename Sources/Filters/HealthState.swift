/// The health of a container, as the filter `health` names it.
public enum HealthState: String, CaseIterable, Sendable {
    case starting, healthy, unhealthy, none

    /// Reads the end of a listing's status, `Up 2 minutes (healthy)`; without such an end there is no health check.
    public init(statusText: String) {
        self =
            if statusText.hasSuffix("(healthy)") {
                .healthy
            } else if statusText.hasSuffix("(unhealthy)") {
                .unhealthy
            } else if statusText.hasSuffix("(health: starting)") {
                .starting
            } else {
                .none
            }
    }
}
