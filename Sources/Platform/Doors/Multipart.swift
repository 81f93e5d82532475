/// A form that carries files, read from memory in one go: `MultipartReader` reads one as it arrives.
public struct Multipart: Sendable {
    public let fields: Fields
    public let uploads: [Upload]

    /// - Parameter boundary: from the content type, without its dashes.
    /// - Throws: `Malformed` for what is not a whole form; `Refusal.tooLarge` beyond the limits.
    public init(parsing body: [UInt8], boundary: String, limits: Fields.Limits = Fields.Limits()) throws {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        try reader.take(body)
        try reader.finish()
        fields = reader.fields
        uploads = reader.uploads
    }
}
