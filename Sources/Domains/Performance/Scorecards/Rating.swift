import Kernel
import Needs
import Statistics

/// How a figure stands to what was aimed at, in a word that says how it was come to (PF-01; `NIS-05`).
enum Rating: Hashable, Sendable {
    case onTarget, near, offTarget
    case noTarget, noFigure
    /// Neither way is good, so that no target can be met.
    case notRated

    /// - Parameter tolerance: how far short is still near; nothing is near without one.
    init(_ value: Double?, target: Double?, tolerance: Double?, by polarity: Polarity) {
        guard let value else { self = .noFigure; return }
        let short: Double
        switch polarity {
        case .context:
            self = target == nil ? .noTarget : .notRated
            return
        case .band(let band):
            // The band is what is aimed at, whether or not a target stands in it.
            short = max(band.lowerBound - value, value - band.upperBound, 0)
        case .higherIsBetter, .lowerIsBetter:
            guard let target else { self = .noTarget; return }
            short = polarity.meets(target, with: value) == true ? 0 : abs(target - value)
        }
        // Figures come with decimals that binary numbers only come near to.
        let grain = 1e-9 * max(abs(target ?? 0), abs(value))
        self = short == 0 ? .onTarget : tolerance.map { short <= $0 + grain } == true ? .near : .offTarget
    }

    /// The rating that somebody gave instead, by its word in the records.
    init?(word: String?) {
        switch word {
        case "on-target": self = .onTarget
        case "near": self = .near
        case "off-target": self = .offTarget
        default: return nil
        }
    }

    var words: String {
        switch self {
        case .onTarget: "On target"
        case .near: "Near its target"
        case .offTarget: "Off target"
        case .noTarget: "No target"
        case .noFigure: "No figure"
        case .notRated: "Not rated"
        }
    }

    /// For programs.
    var code: String { words.lowercased().replacing(" ", with: "-") }
}
