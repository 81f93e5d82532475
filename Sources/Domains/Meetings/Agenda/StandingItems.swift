import Kernel
import Records

/// The items of procedure that every agenda of a council's body begins with, in their order (GOV-05).
public enum StandingItems {
    /// One of them, and the line it has on the agenda.
    public struct Item: Sendable, Equatable {
        public let key: String
        public let title: String
        /// Whether only the area committees have it (GOV-06).
        public let isOfAreas: Bool
        /// Minutes it may take.
        public let minutes: Int?

        init(_ key: String, _ title: String, isOfAreas: Bool = false, minutes: Int? = nil) {
            (self.key, self.title, self.isOfAreas, self.minutes) = (key, title, isOfAreas, minutes)
        }
    }

    public static let all = [
        Item("appeals", "Appeals against refusal of inspection of documents"),
        Item("exclusion", "Exempt information: possible exclusion of the press and public"),
        Item("late-items", "Late items"),
        Item("declarations", "Declarations of interest"),
        Item("apologies", "Apologies for absence"),
        Item("minutes", "Minutes of the last meeting"),
        Item("matters-arising", "Matters arising"),
        Item("open-forum", "Open forum", isOfAreas: true, minutes: 10),
    ]

    static let choices = all.map { Choice($0.key, $0.title) }

    /// Those a body has: appeals and exclusion belong to bodies whose meetings the law opens to the public.
    static func of(type: String, isOfArea: Bool) -> [Item] {
        let isCouncils = MeetingLaw.isCouncils(type)
        return all.filter { item in
            if item.isOfAreas { return isCouncils && isOfArea }
            return isCouncils || !["appeals", "exclusion"].contains(item.key)
        }
    }
}
