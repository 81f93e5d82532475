public import Files

/// One file that came with a form.
public struct Upload: Sendable {
    /// How many files one form may carry, and how large each may be.
    public struct Limits: Sendable {
        public var countMax: Int
        public var bytesMax: Int

        public init(countMax: Int = 20, bytesMax: Int = 33_554_432) {
            self.countMax = countMax
            self.bytesMax = bytesMax
        }
    }

    /// The field it came in.
    public let field: String
    /// The name it had on the sender's machine, without its folders. Never to be used as a path here.
    public let filename: String
    /// What the sender's machine says that it is. Believed of nobody: see `Intake`.
    public let contentType: String
    public let content: any ByteSource

    public init(field: String, filename: String, contentType: String, content: any ByteSource) {
        self.field = field
        self.filename = filename
        self.contentType = contentType
        self.content = content
    }
}
