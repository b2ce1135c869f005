import Glibc

/// What libFuzzer calls with every input (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = TemplateInput(Array(UnsafeBufferPointer(start: bytes, count: count)))
    guard let complaint = input.complaint() else { return 0 }
    print(complaint)
    abort()
}
