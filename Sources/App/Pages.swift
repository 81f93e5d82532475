import Arrangements
import Kernel

/// Which page of its room shows a thing, where a room has one: the desk shows the rest.
enum Pages {
    static func path(of subject: Subject) -> String? { roots[subject.kind].map { "\($0)/\(subject.id)" } }

    private static let roots = [
        "body": "/bodies", "post": "/posts", "organisation": "/organisations", "function": "/functions",
        "concern": "/concerns",
        "area": "/places", "setting": "/settings", "scenario": "/scenarios", "meeting": "/meetings",
        "resolution": "/decisions", "measure": "/measures", "plan": "/plans", "priority": "/priorities",
        "indicator": "/indicators", "scorecard": "/scorecards", "sensitive-interest": "/interests",
    ]
}

extension Pages {
    /// What a document that sources cite by a short mark is called; nil where the mark says enough.
    static func document(_ short: String) -> String? {
        let name = Document.name(of: short)
        return name == short ? nil : name
    }
}
