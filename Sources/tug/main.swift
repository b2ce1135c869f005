import Commands
import Configuration
import Glibc
import Terminal
import Transport

StandardStreams.openMissing()
StandardStreams.reportFileSizeLimit()
let world = World(
    environment: Environment(), input: STDIN_FILENO, out: Output(fileDescriptor: STDOUT_FILENO),
    err: Output(fileDescriptor: STDERR_FILENO), now: { Timestamp.now() }, dial: { try $0.connect() })
exit(Program(world).run(Array(CommandLine.arguments.dropFirst())))
