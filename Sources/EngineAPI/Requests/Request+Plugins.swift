import JSON
import Transport

/// Plugins are named like images: `team/name:tag`.
extension Request {
    /// `GET /plugins`, from API 1.25.
    ///
    /// - Parameter filters: the wire form of the filters, from API 1.28.
    public static func listPlugins(filters: String? = nil) -> Request {
        Request(.get, "plugins").adding("filters", filters)
    }

    /// `GET /plugins/privileges`: what a plugin of a registry asks to be allowed.
    ///
    /// - Parameters:
    ///   - remote: the plugin's whole name.
    ///   - auth: the value of `X-Registry-Auth`.
    public static func pluginPrivileges(remote: String, auth: String) -> Request {
        Request(.get, "plugins", "privileges").adding("remote", remote).header("X-Registry-Auth", auth)
    }

    /// `POST /plugins/pull`: the answer is a progress stream, its header `Docker-Plugin-Name` the plugin's name here.
    ///
    /// - Parameters:
    ///   - name: the name to have here; empty means the remote one.
    ///   - privileges: what was granted, as `pluginPrivileges` told it.
    public static func pullPlugin(remote: String, name: String, privileges: JSONNode, auth: String) -> Request {
        Request(.post, "plugins", "pull")
            .adding("name", name)
            .adding("remote", remote)
            .header("X-Registry-Auth", auth)
            .json(privileges)
    }

    /// `POST /plugins/NAME/upgrade`, from API 1.26; otherwise as `pullPlugin`.
    public static func upgradePlugin(
        _ name: String, remote: String, privileges: JSONNode, auth: String
    ) throws(NameError) -> Request {
        Request(.post, "plugins", try PathSegment(image: name), "upgrade")
            .adding("remote", remote)
            .header("X-Registry-Auth", auth)
            .json(privileges)
    }

    /// `POST /plugins/NAME/enable`.
    ///
    /// - Parameter timeout: seconds that the plugin has to answer; 0 leaves it to the engine.
    public static func enablePlugin(_ name: String, timeout: Int) throws(NameError) -> Request {
        Request(.post, "plugins", try PathSegment(image: name), "enable").adding("timeout", String(timeout))
    }

    /// `POST /plugins/NAME/disable`.
    public static func disablePlugin(_ name: String, force: Bool) throws(NameError) -> Request {
        Request(.post, "plugins", try PathSegment(image: name), "disable").adding("force", if: force)
    }

    /// `DELETE /plugins/NAME`.
    public static func removePlugin(_ name: String, force: Bool) throws(NameError) -> Request {
        Request(.delete, "plugins", try PathSegment(image: name)).adding("force", if: force)
    }

    /// `POST /plugins/NAME/set`.
    ///
    /// - Parameter settings: `KEY=VALUE`.
    public static func setPlugin(_ name: String, _ settings: [String]) throws(NameError) -> Request {
        Request(.post, "plugins", try PathSegment(image: name), "set").json(.array(settings.map(JSONNode.string)))
    }

    /// `POST /plugins/NAME/push`: the answer is a progress stream.
    public static func pushPlugin(_ name: String, auth: String) throws(NameError) -> Request {
        Request(.post, "plugins", try PathSegment(image: name), "push").header("X-Registry-Auth", auth)
    }

    /// `POST /plugins/create`.
    ///
    /// - Parameter archive: fills the front of a buffer with the next bytes of a tar archive that holds `config.json`
    ///   and `rootfs/`, packed or not, and says how many; 0 at the end.
    public static func createPlugin(
        _ name: String, archive: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) -> Request {
        var request = Request(.post, "plugins", "create")
            .adding("name", name)
            .header("Content-Type", "application/x-tar")
        request.body = .stream(contentLength: nil, reader: archive)
        return request
    }
}
