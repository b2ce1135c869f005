import CommandGrammar
import EngineAPI
import JSON

/// What is mounted into the container.
struct ContainerMountOptions: Equatable {
    var mounts = ListOf<MountSpecification>()
    var volumes = ListOf<VolumeMapping>()
    var tmpfs = ListOf<TmpfsMapping>()
    var volumeDriver = ""
    var volumesFrom: [String] = []
    var isRootReadOnly = false
    var storageOptions = ListOf<StorageOption>()

    static var flags: [Flag<ContainerMountOptions>] {
        [
            Flag("mount", \.mounts, "Mount a folder, volume, image or memory: type=,source=,target=,…"),
            Flag("read-only", \.isRootReadOnly, "Let nothing be written to the container's own files"),
            Flag("storage-opt", \.storageOptions, "Option of the storage driver", since: "1.24"),
            Flag("tmpfs", \.tmpfs, "Mount memory at this path", since: "1.22"),
            Flag("volume", short: "v", \.volumes, "Mount a folder or volume: [SOURCE:]PATH[:OPTIONS]"),
            Flag(
                "volume-driver", \.volumeDriver, "Driver of the volumes that are made for it",
                completing: .words(["local"])),
            Flag(
                "volumes-from", \.volumesFrom, "Mount what this container has mounted", completing: .names(.containers)),
        ]
    }

    var needs: [Need] {
        let nocopy = volumes.values.contains { $0.options.contains("nocopy") }
        return mounts.values.flatMap(\.needs) + (nocopy ? [Need("--volume with nocopy", 1, 23)] : [])
    }

    /// Whether a driver was typed that volumes of `--mount` do not get.
    var leavesOutDriver: Bool {
        !volumeDriver.isEmpty && mounts.values.contains { $0.type == "volume" && $0.volume.driver.isEmpty }
    }

    func write(into body: inout ContainerBody, _ inputs: ContainerInputs) throws {
        let version = inputs.version
        var binds = volumes.values.compactMap { $0.bind(in: inputs.workingDirectory) }
        var anonymous = volumes.values.filter { $0.source == nil }.map(\.rest)
        var memory = tmpfs.values.map { ($0.path, $0.options) }
        if version >= APIVersion(1, 25) {
            let list = mounts.values.map { $0.json(in: inputs.workingDirectory) }
            if !list.isEmpty { body.host["Mounts"] = .array(list) }
        } else {
            for mount in mounts.values {
                switch try mount.legacy(for: version, in: inputs.workingDirectory) {
                case .bind(let text): binds.append(text)
                case .anonymousVolume(let path): anonymous.append(path)
                case .tmpfs(let path, let options): memory.append((path, options))
                }
            }
        }
        body.config["Volumes"] = .object(anonymous.map { JSONMember($0, [:]) })
        if !binds.isEmpty { body.host["Binds"] = .strings(binds) }
        if !memory.isEmpty { body.host["Tmpfs"] = .map(Dictionary(memory) { $1 }) }
        if !volumesFrom.isEmpty { body.host["VolumesFrom"] = .strings(volumesFrom) }
        if isRootReadOnly { body.host["ReadonlyRootfs"] = true }
        let storage = storageOptions.values.map(\.pair).dictionary
        if !storage.isEmpty { body.host["StorageOpt"] = .map(storage) }
        if volumeDriver.isEmpty { return }
        if version < APIVersion(1, 21) {
            body.config["VolumeDriver"] = .string(volumeDriver)
        } else {
            body.host["VolumeDriver"] = .string(volumeDriver)
        }
    }
}
