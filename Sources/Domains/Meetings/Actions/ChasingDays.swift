/// When the owner of an action is written to, and when it is taken higher, in days. An operator decides.
public struct ChasingDays: Sendable, Equatable {
    /// Before it is due, on which an owner is reminded first.
    public let before: Int
    /// Between one reminder of what is overdue and the next.
    public let between: Int
    /// Overdue, after which it is taken higher.
    public let higher: Int

    public init(before: Int, between: Int, higher: Int) {
        (self.before, self.between, self.higher) = (before, between, higher)
    }

    /// Ours, where nobody decides.
    public static let usual = ChasingDays(before: 7, between: 14, higher: 14)
}
