public import Kernel
public import Records

/// What one room adds to the golden thread. A room gives its links as values, and knows no other room's.
public struct ThreadContribution: Sendable {
    /// Who asks, and for which day: a link whose ends they may not see is not given.
    public struct Ask: Sendable {
        public let caller: Caller
        public let policy: Policy
        /// The day asked about.
        public let day: Day
        /// The day it is: what is published later is not open yet, whichever day is asked about.
        public let today: Day
        /// What the thread begins at; nil where that is not known.
        public let start: String?
        /// The area asked about; nil for the whole city.
        public let place: String?

        public init(
            _ caller: Caller, under policy: Policy, on day: Day, today: Day, from start: String? = nil,
            place: String? = nil
        ) {
            (self.caller, self.policy, self.day, self.today) = (caller, policy, day, today)
            (self.start, self.place) = (start, place)
        }

        /// The same, of a thread that begins at a thing.
        public func from(_ start: String) -> Ask {
            Ask(caller, under: policy, on: day, today: today, from: start, place: place)
        }
    }

    public typealias Links = @Sendable (_ things: Set<String>, Ask, any Shelf) throws -> [ThreadLink]
    public typealias Ends = @Sendable (_ thing: String, Ask, any Shelf) throws -> ThreadLink.End?

    /// The links that begin or end at any of these things, by identifier, as they certainly held on the day.
    public let links: Links
    /// A thing of this room as the thread names it; nil for others', and for what whoever asks may not see.
    public let end: Ends

    public init(links: @escaping Links, end: @escaping Ends = { _, _, _ in nil }) {
        self.links = links
        self.end = end
    }
}
