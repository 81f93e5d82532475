public import Kernel
public import Places
public import Store

/// What the figures of small areas come to for wards and what lies above them, as far as it may be shown (rules NE-14
/// and NE-16).
public struct CarriedFigures: Sendable {
    /// One area's.
    public struct Line: Sendable {
        public let area: ID<Area>
        public let name: String
        /// `ward`
        public let type: String
        /// Nil for an area that figures are not published of.
        public let place: PlaceCode?
        /// The share where there is one, or else the sum or the mean; a mark where it is withheld.
        public let value: Published
        /// What was counted, and out of how many; nil where nothing was, and where it is withheld.
        public let numerator: Int?
        public let denominator: Int?
    }

    public let span: Span
    public let label: String
    /// Of the share where there is one.
    public let unit: String?
    /// A day of the wards that they are shown for.
    public let wardDay: Day
    /// The city first, then its parts, by name.
    public let lines: [Line]
    let measure: ID<Measure>
    /// The import that brought them, or the last of several.
    public let source: Int

    /// As the scorecard of a place holds it; nil for a place that is not among them.
    public func observation(in place: PlaceCode) -> Observation? {
        lines.first { $0.place == place }.map { line in
            Observation(
                Series(measure, in: place), span: span, label: label, value: line.value, numerator: line.numerator,
                denominator: line.denominator, source: source)
        }
    }
}

extension Transaction {
    /// The last figures of a measure that are held for small areas, carried up; nil where none are, or they are not to
    /// be carried.
    /// - Parameter until: A day: figures of times that end after it are left out. Nil for all that are held.
    public func carriedFigures(of measure: ID<Measure>, until: Day? = nil, on day: Day) throws -> CarriedFigures? {
        guard let carried = try CarryUp(measure, until: until, in: self, on: day) else { return nil }
        let hasShares = carried.areas.contains { $0.percent != nil }
        let isSummed = carried.measure.carriedUp == .summed
        return CarriedFigures(
            span: carried.span, label: carried.label, unit: hasShares ? "%" : carried.measure.unit,
            wardDay: carried.wardDay,
            lines: carried.areas.map { area in
                let shown = hasShares ? area.percent : area.value, whole = isSummed && !hasShares
                let amount = shown.map { Amount(nearest: $0, decimals: whole ? 0 : 1) }
                return CarriedFigures.Line(
                    area: area.id, name: area.name, type: area.type, place: area.code.map { PlaceCode($0) },
                    value: amount.map { Published.amount($0) } ?? .marked(Mark("", .suppressed)),
                    numerator: isSummed ? area.value.map { Int($0.rounded()) } : nil,
                    denominator: isSummed ? area.people : nil)
            }, measure: measure, source: carried.source)
    }
}

extension Amount {
    /// A number that was worked out, rounded to so many places.
    fileprivate init(nearest number: Double, decimals: Int) {
        let scaled = (0..<decimals).reduce(number) { scaled, _ in scaled * 10 }
        self.init(Int64(scaled.rounded()), decimals: decimals)
    }
}
