import Foundation

@testable import JSON

func document(_ text: String) throws(JSONError) -> JSONDocument { try JSONDocument(Array(text.utf8)) }

func value(_ text: String) throws(JSONError) -> JSONValue { try document(text).root }

func failure(_ text: String) -> JSONError? {
    do {
        _ = try document(text)
        return nil
    } catch {
        return error
    }
}

func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
}

/// Runs `body` on a thread whose stack has only `stack` bytes.
func onThread(stack: Int, _ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        body()
        done.signal()
    }
    thread.stackSize = stack
    thread.start()
    done.wait()
}
