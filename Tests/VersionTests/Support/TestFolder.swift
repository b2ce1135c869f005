import Foundation

/// A folder of a test's own with small build contexts, configurations and an archive; gone with the test.
final class TestFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tug-versions-" + UUID().uuidString
        let builds = [
            "context": "RUN echo built", "nonet": "RUN echo links $(ip -o link | wc -l)", "bogus": "#\nBOGUS",
            "arg": "ARG V\nRUN echo V=$V",
            "quota": "RUN echo quota $(cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us)",
            "memory": "RUN echo memory $(cat /sys/fs/cgroup/memory/memory.limit_in_bytes)",
        ]
        for (name, steps) in builds {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
            try write("\(name)/Dockerfile", "FROM busybox\n\(steps)\n")
        }
        try write("file", "up\n")
        try FileManager.default.createDirectory(atPath: "\(path)/headers", withIntermediateDirectories: true)
        try write("headers/config.json", "{\"HttpHeaders\":{\"User-Agent\":\"mine\",\"X-Meta-Team\":\"shop\"}}")
        try write("image.tar", String(repeating: "\0", count: 10240))
        try write("config.json", "{\"auths\":{\"127.0.0.1:5902\":{\"registrytoken\":\"RT\"}}}")
    }

    func write(_ name: String, _ text: String) throws {
        try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
