public import Foundation
public import Kernel

/// What a row of figures is of: a measure, a place, and which part of the people there.
public struct Series: Hashable, Sendable {
    public let measure: ID<Measure>
    public let place: PlaceCode
    public let breakdown: Breakdown

    public init(_ measure: ID<Measure>, in place: PlaceCode, _ breakdown: Breakdown = .all) {
        (self.measure, self.place, self.breakdown) = (measure, place, breakdown)
    }
}

/// Which part of the people counted: `Girls`, `Month: April`; everybody when it is empty.
public struct Breakdown: Hashable, Sendable, Comparable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static let all = Breakdown("")
    public static func < (one: Breakdown, other: Breakdown) -> Bool { one.text < other.text }
}

/// One figure, of one time, as one import brought it.
public struct Observation: Hashable, Sendable {
    public let series: Series
    public let span: Span
    /// What its publisher calls the time: `2023/24`, `2018 (Rev)`.
    public let label: String
    public let value: Published
    /// What it was worked out of, where that was published with it.
    public let numerator: Int?
    public let denominator: Int?
    /// The import that brought it.
    public let source: Int

    public init(
        _ series: Series, span: Span, label: String, value: Published, numerator: Int? = nil, denominator: Int? = nil,
        source: Int
    ) {
        (self.series, self.span, self.label, self.value) = (series, span, label, value)
        (self.numerator, self.denominator, self.source) = (numerator, denominator, source)
    }

    /// Whether it says the same as another, whoever brought it.
    func agrees(with other: Observation) -> Bool {
        value == other.value && numerator == other.numerator && denominator == other.denominator
            && label == other.label
    }
}

/// One import, as a figure's page names it: what was read, when, by whom.
public struct ImportSummary: Hashable, Sendable {
    public let number: Int
    /// When it was taken.
    public let at: Date
    public let by: String
    /// The file's name, as the asker gave it.
    public let file: String
    /// SHA-256 of the file, in hexadecimal.
    public let digest: String
    public let mapping: String
}
