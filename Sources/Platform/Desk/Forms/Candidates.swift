internal import Kernel
internal import Web

/// What a field that points may point at.
enum Candidates: Sendable {
    /// All there are, by name.
    case few([Subject])
    /// More than a list can show.
    case many

    /// The longest select, and the longest list of boxes to tick.
    static let selectMax = 100, boxesMax = 30

    /// As answers to pick from; where things of several kinds may be meant, each says of which it is.
    static func choices(_ subjects: [Subject], of kinds: [String]) -> [GovUK.Choice] {
        subjects.map { subject in
            let kind = subject.kind.map { $0 == "-" ? " " : $0 }
            return GovUK.Choice(subject.id, kinds.count > 1 ? "\(subject.name) (\(String(kind)))" : subject.name)
        }
    }
}
