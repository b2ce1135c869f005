import Testing

@testable import EngineAPI

@Suite("API versions")
struct APIVersionTests {
    @Test("are read from two numbers and a dot, and from nothing else")
    func reading() {
        #expect(APIVersion("1.41") == APIVersion(1, 41))
        #expect(APIVersion("v1.9") == APIVersion(1, 9))
        for text in ["", "1", "1.", ".1", "1.x", "1.41.0", "../../x", "1.-1", "+1.2", "1.99999", "１.41"] {
            #expect(APIVersion(text) == nil, "\(text)")
        }
    }

    @Test("compare by number, not by letter")
    func order() {
        #expect(APIVersion(1, 9) < APIVersion(1, 41))
        #expect(APIVersion(1, 41) < APIVersion(2, 0))
    }

    @Test("every version that we speak has a release to name in messages")
    func releases() {
        for minor in APIVersion.oldest.minor...APIVersion.newest.minor {
            #expect(APIVersion(1, minor).release != nil, "1.\(minor)")
        }
        #expect(APIVersion(1, 18).release == "1.6")
        #expect(APIVersion(1, 25).release == "1.13")
        #expect(APIVersion(1, 41).release == "20.10")
    }
}
