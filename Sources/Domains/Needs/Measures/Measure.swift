public import Kernel
public import Records

/// Something that is counted or worked out for places and periods, and published: a rate, a percentage, a number.
public struct Measure: Noun {
    public let id: ID<Measure>
    /// What its publisher calls it in files.
    public let code: String
    public let title: String
    /// What one unit of it is: `%`, `Rate per 10,000`.
    public let unit: String?
    public let polarity: Polarity
    /// How many decimal places it is shown with; nil where nobody says, and it is shown as published.
    public let decimals: Int?
    public let topic: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        code = record.text("code") ?? record.id
        title = record.text("name") ?? record.id
        unit = record.text("unit")
        polarity = record.text("polarity").flatMap(Polarity.init(rawValue:)) ?? .neither
        decimals = record.integer("decimals")
        topic = record.text("topic")
        self.record = record
    }

    /// Which way is better (rule NE-02).
    public enum Polarity: String, CaseIterable, Sendable {
        case high, low, neither

        /// As a page says it.
        public var words: String {
            switch self {
            case .high: "High is good"
            case .low: "Low is good"
            case .neither: "Neither high nor low is good"
            }
        }
    }

    /// What becomes of small areas' figures when they are carried up to a larger one (rule NE-14).
    public enum CarriedUp: String, CaseIterable, Sendable { case summed, weighted, not }

    /// A figure with the decimal places that this measure is shown with, or two at most: some publishers' spreadsheets
    /// write 24.200000000000003.
    public func shown(_ value: Published) -> Published {
        guard case .amount(let amount) = value else { return value }
        return .amount(amount.rounded(to: decimals ?? 2))
    }

    public var carriedUp: CarriedUp { record.text("carried-up").flatMap(CarriedUp.init(rawValue:)) ?? .not }
    /// The measure whose figure of the same place and time divides this one, or weighs it.
    public var dividedBy: ID<Measure>? { record.id("divided-by") }
    /// The ages of those that it is a share of; nil for all of them.
    public var ages: ClosedRange<Int>? {
        guard let youngest = record.integer("youngest"), let oldest = record.integer("oldest"), youngest <= oldest
        else { return nil }
        return youngest...oldest
    }
    /// The years its periods are: an academic one begins in September. Nil where nobody says.
    public var yearType: YearType? { record.text("year-type").flatMap(YearType.init(rawValue:)) }
}
