import JSON
import Terminal

extension InfoText {
    /// The swarm, in full where this engine is a manager of one.
    func showSwarm(_ swarm: JSONValue?) throws {
        guard let swarm, swarm.kind == .object else { return }
        let state = swarm.text("LocalNodeState")
        try line(1, "Swarm", state)
        if state == "inactive" || state == "locked" || state.isEmpty { return }
        try line(2, "NodeID", swarm.text("NodeID"))
        try text(2, "Error", swarm["Error"])
        let isManager = swarm.flag("ControlAvailable")
        try line(2, "Is Manager", isManager)
        if isManager, let cluster = swarm["Cluster"], swarm.text("Error").isEmpty {
            try showCluster(cluster, swarm)
        }
        try line(2, "Node Address", swarm.text("NodeAddr"))
        try list(2, "Manager Addresses", swarm.list("RemoteManagers").map { $0.text("Addr") }.sorted())
    }

    private func showCluster(_ cluster: JSONValue, _ swarm: JSONValue) throws {
        try line(2, "ClusterID", cluster.text("ID"))
        try number(2, "Managers", swarm["Managers"])
        try number(2, "Nodes", swarm["Nodes"])
        let pools = cluster.strings("DefaultAddrPool")
        if !pools.isEmpty {
            try line(2, "Default Address Pool", pools.map { $0 + "  " }.joined())
            try number(2, "SubnetSize", cluster["SubnetSize"])
        }
        try number(2, "Data Path Port", cluster["DataPathPort"])
        let spec = cluster["Spec"]
        try heading(2, "Orchestration")
        try number(3, "Task History Retention Limit", spec?.at("Orchestration", "TaskHistoryRetentionLimit"))
        try heading(2, "Raft")
        let raft = spec?["Raft"]
        try number(3, "Snapshot Interval", raft?["SnapshotInterval"])
        try number(3, "Number of Old Snapshots to Retain", raft?["KeepOldSnapshots"])
        try number(3, "Heartbeat Tick", raft?["HeartbeatTick"])
        try number(3, "Election Tick", raft?["ElectionTick"])
        try heading(2, "Dispatcher")
        try span(3, "Heartbeat Period", spec?.at("Dispatcher", "HeartbeatPeriod"))
        try heading(2, "CA Configuration")
        try span(3, "Expiry Duration", spec?.at("CAConfig", "NodeCertExpiry"))
        try line(3, "Force Rotate", "\(spec?["CAConfig"]?.integer("ForceRotate") ?? 0)")
        try list(
            3, "External CAs",
            (spec?["CAConfig"]?.list("ExternalCAs")).map { $0.map { "\($0.text("Protocol")): \($0.text("URL"))" } }
                ?? [])
        try line(2, "Autolock Managers", spec?.at("EncryptionConfig", "AutoLockManagers")?.bool ?? false)
        try line(2, "Root Rotation In Progress", cluster.flag("RootRotationInProgress"))
    }

    /// Nanoseconds in words: `3 months`.
    private func span(_ depth: Int, _ name: String, _ nanoseconds: JSONValue?) throws {
        if let nanoseconds = nanoseconds?.int {
            try line(depth, name, HumanDuration.text(nanoseconds: Int64(nanoseconds)))
        }
    }
}
