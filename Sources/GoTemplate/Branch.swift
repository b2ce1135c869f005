/// An `if`, `with` or `range`: its pipeline and its two bodies.
struct Branch: Sendable {
    let pipeline: Node
    let body: [Node]
    let otherwise: [Node]
}
