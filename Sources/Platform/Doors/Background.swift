public import Foundation

/// Work that goes on beside answering, for as long as a process serves.
public struct Background: Sendable {
    /// One word, for the log.
    public let name: String
    /// Goes on until its task is cancelled; then finishes what is under way.
    ///
    /// It is handed the time, and something to tell in a sentence what an operator should know: nothing personal.
    public let run:
        @Sendable (_ clock: @escaping @Sendable () -> Date, _ report: @escaping @Sendable (String) -> Void)
            async -> Void

    public init(
        _ name: String,
        run:
            @escaping @Sendable (
                _ clock: @escaping @Sendable () -> Date, _ report: @escaping @Sendable (String) -> Void
            ) async -> Void
    ) {
        self.name = name
        self.run = run
    }
}
