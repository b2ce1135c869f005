import EngineAPI
import Glibc

extension ExecState {
    /// The exit status of a program whose streams have ended, which the engine may note a little later.
    static func ended(_ id: String, _ engine: Engine) throws -> Int {
        var pause: UInt32 = 5000
        while true {
            let state = ExecState(try engine.json(.inspectExec(id)).root)
            if !state.isRunning {
                guard let code = state.exitCode else {
                    throw Failure("the engine does not know the exit status of the program")
                }
                return code
            }
            usleep(pause)
            pause = min(pause * 2, 200_000)
        }
    }
}
