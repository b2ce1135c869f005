extension TypedSchema {
    /// `GET /services/{id}`.
    static let service = TypedSchema(
        "swarm.Service",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field("Spec", .structure(serviceSpec), omitsEmpty: true),
            Field("PreviousSpec", .reference(serviceSpec), omitsEmpty: true),
            Field("Endpoint", .structure(serviceEndpoint), omitsEmpty: true),
            Field("UpdateStatus", .reference(updateStatus), omitsEmpty: true),
            Field("ServiceStatus", .reference(serviceStatus), omitsEmpty: true),
            Field("JobStatus", .reference(jobStatus), omitsEmpty: true),
        ])

    private static let serviceSpec = TypedSchema(
        "swarm.ServiceSpec",
        [
            Field(embedding: annotations),
            Field("TaskTemplate", .structure(taskSpec), omitsEmpty: true),
            Field("Mode", .structure(serviceMode), omitsEmpty: true),
            Field("UpdateConfig", .reference(updateConfig), omitsEmpty: true),
            Field("RollbackConfig", .reference(updateConfig), omitsEmpty: true),
            Field("Networks", .list(.structure(networkAttachmentConfig)), omitsEmpty: true),
            Field("EndpointSpec", .reference(endpointSpec), omitsEmpty: true),
        ])

    private static let serviceMode = TypedSchema(
        "swarm.ServiceMode",
        [
            Field("Replicated", .reference(replicated), omitsEmpty: true),
            Field("Global", .reference(TypedSchema("swarm.GlobalService", [])), omitsEmpty: true),
            Field("ReplicatedJob", .reference(replicatedJob), omitsEmpty: true),
            Field("GlobalJob", .reference(TypedSchema("swarm.GlobalJob", [])), omitsEmpty: true),
        ])

    private static let replicated = TypedSchema(
        "swarm.ReplicatedService", [Field("Replicas", .pointer(.uint), omitsEmpty: true)])

    private static let replicatedJob = TypedSchema(
        "swarm.ReplicatedJob",
        [
            Field("MaxConcurrent", .pointer(.uint), omitsEmpty: true),
            Field("TotalCompletions", .pointer(.uint), omitsEmpty: true),
        ])

    private static let updateConfig = TypedSchema(
        "swarm.UpdateConfig",
        [
            Field("Parallelism", .uint),
            Field("Delay", .duration, omitsEmpty: true),
            Field("FailureAction", .string, omitsEmpty: true),
            Field("Monitor", .duration, omitsEmpty: true),
            Field("MaxFailureRatio", .float),
            Field("Order", .string),
        ])

    private static let serviceEndpoint = TypedSchema(
        "swarm.Endpoint",
        [
            Field("Spec", .structure(endpointSpec), omitsEmpty: true),
            Field("Ports", .list(.structure(swarmPort)), omitsEmpty: true),
            Field("VirtualIPs", .list(.structure(virtualAddress)), omitsEmpty: true),
        ])

    private static let endpointSpec = TypedSchema(
        "swarm.EndpointSpec",
        [
            Field("Mode", .string, omitsEmpty: true),
            Field("Ports", .list(.structure(swarmPort)), omitsEmpty: true),
        ])

    private static let virtualAddress = TypedSchema(
        "swarm.EndpointVirtualIP",
        [
            Field("NetworkID", .string, omitsEmpty: true),
            Field("Addr", .string, omitsEmpty: true),
        ])

    private static let updateStatus = TypedSchema(
        "swarm.UpdateStatus",
        [
            Field("State", .string, omitsEmpty: true),
            Field("StartedAt", .pointer(.time), omitsEmpty: true),
            Field("CompletedAt", .pointer(.time), omitsEmpty: true),
            Field("Message", .string, omitsEmpty: true),
        ])

    private static let serviceStatus = TypedSchema(
        "swarm.ServiceStatus",
        [
            Field("RunningTasks", .uint),
            Field("DesiredTasks", .uint),
            Field("CompletedTasks", .uint),
        ])

    private static let jobStatus = TypedSchema(
        "swarm.JobStatus",
        [
            Field("JobIteration", .structure(swarmVersion)),
            Field("LastExecution", .time, omitsEmpty: true),
        ])
}
