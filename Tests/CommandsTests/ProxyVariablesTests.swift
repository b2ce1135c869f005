import JSON
import Testing

@testable import Commands

@Suite("Proxies of the configuration become variables")
struct ProxyVariablesTests {
    private static let settings = """
        {"default":{"httpProxy":"http://d:1"},"tcp://h:2375":{"httpsProxy":"http://h:2","noProxy":"","ftpProxy":7}}
        """

    @Test("each stands in upper and lower case")
    func both() throws {
        let document = try JSONDocument(Array(Self.settings.utf8))
        #expect(
            ProxyVariables(document.root, engine: "unix:///x").pairs == [
                .init(name: "HTTP_PROXY", value: "http://d:1"), .init(name: "http_proxy", value: "http://d:1"),
            ])
    }

    @Test("an engine's own settings replace the default ones, empty and odd ones are none")
    func ownSettings() throws {
        let document = try JSONDocument(Array(Self.settings.utf8))
        let pairs = ProxyVariables(document.root, engine: "tcp://h:2375").pairs
        #expect(pairs.map(\.name) == ["HTTPS_PROXY", "https_proxy"])
    }

    @Test("without settings there are no variables")
    func none() {
        #expect(ProxyVariables(nil, engine: "unix:///x").pairs == [])
    }
}
