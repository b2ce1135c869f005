/// A container that the engine has just made.
struct CreatedContainer: Equatable {
    /// 64 hexadecimal digits, checked.
    let id: String
    /// What the engine had to say; `ContainerCreation.create` has shown it already.
    let warnings: [String]
}
