/// How much is kept, and for how long.
public struct DraftLimits: Sendable {
    /// A draft that nobody has touched for so many days is gone.
    public var daysKept: Int
    /// The most that one draft may hold, in bytes as a form sends it.
    public var bytesMax: Int
    /// The most drafts that one owner may have; the oldest makes room.
    public var draftsMax: Int

    public init(daysKept: Int = 30, bytesMax: Int = 262_144, draftsMax: Int = 50) {
        self.daysKept = daysKept
        self.bytesMax = bytesMax
        self.draftsMax = draftsMax
    }
}
