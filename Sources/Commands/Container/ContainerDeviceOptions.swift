import CommandGrammar
import EngineAPI
import JSON

/// The devices that the container sees, and how fast it may use the host's disks.
struct ContainerDeviceOptions: Equatable {
    var devices = ListOf<DeviceMapping>()
    var rules = ListOf<DeviceCgroupRule>()
    var gpus = ListOf<GPURequest>()
    var weight: UInt16 = 0
    var weights = ListOf<WeightedDevice>()
    var readBytes = ListOf<ByteRate>()
    var writeBytes = ListOf<ByteRate>()
    var readOperations = ListOf<OperationRate>()
    var writeOperations = ListOf<OperationRate>()

    static var flags: [Flag<ContainerDeviceOptions>] {
        [
            Flag("blkio-weight", \.weight, "Weight where disks are busy: 10 to 1000", since: "1.19"),
            Flag("blkio-weight-device", \.weights, "The same for one disk: DEVICE:WEIGHT", since: "1.22"),
            Flag("device", \.devices, "Device of the host: SOURCE[:PATH][:PERMISSIONS]"),
            Flag("device-cgroup-rule", \.rules, "Devices that may be used: 'c 42:* rwm'", since: "1.28"),
            Flag("device-read-bps", \.readBytes, "Bytes to read from a disk a second: DEVICE:BYTES", since: "1.22"),
            Flag("device-read-iops", \.readOperations, "Reads of a disk a second: DEVICE:COUNT", since: "1.22"),
            Flag("device-write-bps", \.writeBytes, "Bytes to write to a disk a second: DEVICE:BYTES", since: "1.22"),
            Flag("device-write-iops", \.writeOperations, "Writes to a disk a second: DEVICE:COUNT", since: "1.22"),
            Flag("gpus", \.gpus, "Graphics processors: all, a number, or device=,capabilities=,…", since: "1.40"),
        ]
    }

    var needs: [Need] {
        devices.values.first(where: \.isQualified).map { [Need("--device \($0.text)", 1, 40)] } ?? []
    }

    func write(into body: inout ContainerBody, _ inputs: ContainerInputs) {
        let plain = devices.values.filter { !$0.isQualified || inputs.isWindows }
        body.host["Devices"] = .array(
            plain.map { inputs.isWindows ? ["PathOnHost": .string($0.text)] : $0.json })
        var requests = gpus.values.map(\.json)
        let qualified = inputs.isWindows ? [] : devices.values.filter(\.isQualified).map(\.text)
        if !qualified.isEmpty { requests.append(["Driver": "cdi", "DeviceIDs": .strings(qualified)]) }
        if !requests.isEmpty { body.host["DeviceRequests"] = .array(requests) }
        if !rules.values.isEmpty { body.host["DeviceCgroupRules"] = .strings(rules.values.map(\.text)) }
        if weight != 0 { body.host["BlkioWeight"] = .int(Int(weight)) }
        let lists = [
            ("BlkioWeightDevice", weights.values.map(\.json)), ("BlkioDeviceReadBps", readBytes.values.map(\.json)),
            ("BlkioDeviceWriteBps", writeBytes.values.map(\.json)),
            ("BlkioDeviceReadIOps", readOperations.values.map(\.json)),
            ("BlkioDeviceWriteIOps", writeOperations.values.map(\.json)),
        ]
        for (name, list) in lists { body.host[name] = .array(list) }
    }
}
