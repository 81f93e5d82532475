import Kernel
import Needs

/// One indicator of the national set of 2008 to 2011, as far as `docs/rules/performance.md` says it is known.
struct NationalIndicator: Sendable {
    enum Good: String, Sendable {
        case high = "Higher", low = "Lower", band = "Within a band", neither = "Neither"
    }

    /// `62`, or `79, 80` for two that are one but for their level.
    let number: String
    let title: String
    /// Nil for one that was dropped before it was used, and whose definition is not held.
    let definition: String?
    let good: Good
    let frequency: String
    /// Whether the title, or an unmistakable part of it, was seen in a source.
    let isTitleVerified: Bool
    let isDefinitionVerified: Bool
    /// What measures the same today; nil where none is verified.
    let today: String?
    /// The measures of the Local Authority Interactive Tool that hold its figures.
    let measures: [ID<Measure>]

    init(
        _ number: String, _ title: String, _ definition: String?, _ good: Good, _ frequency: String,
        title isTitleVerified: Bool = false, definition isDefinitionVerified: Bool = false, today: String? = nil,
        measures: [String] = []
    ) {
        self.number = number
        self.title = title
        self.definition = definition
        self.good = good
        self.frequency = frequency
        self.isTitleVerified = isTitleVerified
        self.isDefinitionVerified = isDefinitionVerified
        self.today = today
        self.measures = measures.map { ID($0) }
    }

    static let all = health + staySafe + earlyLearning + attainment + gaps + wider
}
