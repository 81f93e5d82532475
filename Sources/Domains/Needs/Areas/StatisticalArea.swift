/// A place that figures are published for: a country, a region, an authority, a ward, a small area.
///
/// Known by its GSS code, or by the code that its publisher gives it where it has none. One of the city's own has the
/// code of its `Area` in Places.
public struct StatisticalArea: Hashable, Sendable {
    /// `E08000035`
    public let code: PlaceCode
    public let name: String
    public let level: Level
    /// The number of an authority with the Department for Education, such as `383`.
    public let oldCode: String?
    /// The region of an authority, the country of a region.
    public let within: PlaceCode?

    public init(code: PlaceCode, name: String, level: Level, oldCode: String? = nil, within: PlaceCode? = nil) {
        (self.code, self.name, self.level, self.oldCode, self.within) = (code, name, level, oldCode, within)
    }

    /// How large a place is.
    public enum Level: String, CaseIterable, Sendable {
        case country, region, authority, wedge, committee, ward
        case smallArea = "small-area"
        case other

        /// As a page says it.
        public var words: String {
            switch self {
            case .country: "Country"
            case .region: "Region"
            case .authority: "Local authority"
            case .wedge: "Wedge"
            case .committee: "Area committee's area"
            case .ward: "Ward"
            case .smallArea: "Small area (LSOA)"
            case .other: "Other area"
            }
        }
    }
}

/// The code of a statistical area: 1 to 20 letters and digits, and `-`.
public struct PlaceCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Takes `text` as it is. Use `PlaceCode(checking:)` for what comes from outside.
    public init(_ text: String) { self.text = text }

    /// Nil unless it is well formed.
    public init?(checking text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 40, text.utf8.allSatisfy(PlaceCode.isAllowed) else { return nil }
        self.text = String(text)
    }

    public static let england = PlaceCode("E92000001")

    public var description: String { text }
    public static func < (one: PlaceCode, other: PlaceCode) -> Bool { one.text < other.text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
