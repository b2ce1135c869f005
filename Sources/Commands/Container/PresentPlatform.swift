import EngineAPI

/// The platform of an image that an engine has, where the engine cannot be told which one to take.
struct PresentPlatform {
    let os: String
    let architecture: String
    let variant: String

    /// - Returns: nil when the engine does not have the image.
    init?(of image: String, _ engine: Engine) throws {
        do {
            let json = try engine.json(.inspect(.image, image)).root
            (os, architecture, variant) = (json.text("Os"), json.text("Architecture"), json.text("Variant"))
        } catch let error as EngineError where error.isNotFound {
            return nil
        }
    }

    /// Whether it is the one that was asked for, as far as both say.
    func fits(_ wanted: Platform) -> Bool {
        let pairs = [(os, wanted.os), (architecture, wanted.architecture), (variant, wanted.variant)]
        return pairs.allSatisfy { $0.isEmpty || $1.isEmpty || $0 == $1 }
    }

    var text: String { [os, architecture, variant].filter { !$0.isEmpty }.joined(separator: "/") }
}
