import Testing

@testable import EngineAPI

@Suite("What the engine says when it says no")
struct EngineErrorTests {
    private func message(_ body: String, status: Int = 500) -> String {
        EngineError(status: status, reason: "Oops", target: "/v1.41/x", body: Array(body.utf8)).message
    }

    @Test("is the message of a JSON body, or the text of a plain one")
    func bodies() {
        #expect(message(#"{"message":"No such container: x\n"}"#) == "No such container: x")
        #expect(message("No such container: x\n") == "No such container: x")
        #expect(message(#" {"message":"a"} garbage"#) == "a")
        #expect(message("{broken") == "{broken")
    }

    @Test("names the status where there are no words")
    func silent() {
        for body in ["", " \n", "{}", #"{"message":""}"#, #"{"message":5}"#] {
            #expect(message(body) == "status 500 (Oops) for /v1.41/x, without a message")
        }
    }

    @Test("is at most a kilobyte of a body that is no JSON")
    func long() {
        #expect(message(String(repeating: "<p>", count: 100_000)).utf8.count <= 1024)
    }
}
