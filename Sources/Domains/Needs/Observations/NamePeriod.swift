import Kernel

extension Span {
    /// The time that a publisher's name of it stands for, whatever it says of how finished the figure is:
    /// `2018 (Rev)`; nil for what is no time.
    /// - Parameter year: what a year is.
    public init?(called name: String, in year: YearType) {
        guard let span = PeriodReader(year: year).span(name) else { return nil }
        self = span
    }

    /// A time's name without what its publisher says of how finished the figure is: `2018` of `2018 (Rev)`.
    public static func plainName(_ name: String) -> String { PeriodReader.withoutStatus(name) }
}

extension Observation {
    /// The page of this figure: where it came from, and what it was before it was revised.
    public var page: String { FigurePage.path(self) }
}
