import Kernel
import Needs
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum PerformanceInvariants {
    public static let all: [Invariant] = [
        Indicator.figuresAreNumbers, Indicator.bandIsWhole, Indicator.stepsAreSteps, Indicator.placeIsACode,
        Narrative.approvalIsWhole, Narrative.ratedForAReason, FrozenScorecard.digestIsADigest,
        ChartRebase.onceAPeriod,
    ]
}

extension Indicator {
    static let figuresAreNumbers = Invariant(of: kind.name, rule: "A baseline, a target and a tolerance are numbers") {
        record, _ in
        ["baseline", "target", "tolerance", "band-from", "band-to"].compactMap { field in
            guard let text = record.text(field) else { return nil }
            guard let amount = Amount(published: text) else {
                return Problem(field, "\(text) is not a number: write it as 12.5")
            }
            return field == "tolerance" && amount.mantissa < 0
                ? Problem(field, "A tolerance is nought or more") : nil
        }
    }

    static let bandIsWhole = Invariant(of: kind.name, rule: "A band that is best has both its ends, the lower first") {
        record, _ in
        guard record.text("polarity") == "band" else { return [] }
        guard let from = record.text("band-from").flatMap({ Amount(published: $0) }),
            let to = record.text("band-to").flatMap({ Amount(published: $0) })
        else { return [Problem("band-from", "Say where the band that is best begins and ends")] }
        return to < from ? [Problem("band-to", "The band ends before it begins")] : []
    }

    static let stepsAreSteps = Invariant(of: kind.name, rule: "A step on the way is a period and a number") {
        record, _ in
        let lines = (record.text("trajectory") ?? "").split(whereSeparator: \.isNewline).map(String.init)
        return lines.filter { !$0.allSatisfy(\.isWhitespace) && step($0) == nil }
            .map { Problem("trajectory", "\($0) is no step: write the period and then the number, as 2008/09 12.5") }
    }

    static let placeIsACode = Invariant(of: kind.name, rule: "A place is given by its code") { record, _ in
        guard let text = record.text("place"), PlaceCode(checking: text) == nil else { return [] }
        return [Problem("place", "\(text) is no code of a place: write it as E08000035")]
    }
}

extension Narrative {
    static let approvalIsWhole = Invariant(of: kind.name, rule: "An approved narrative says when and by whom") {
        record, _ in
        switch (record.day("approved") != nil, record.text("approved-by") != nil) {
        case (true, false): [Problem("approved-by", "Say who approved it")]
        case (false, true): [Problem("approved", "Say when it was approved")]
        default: []
        }
    }

    /// `NIS-05`
    static let ratedForAReason = Invariant(of: kind.name, rule: "A rating in place of the figures' own has a reason") {
        record, _ in
        guard record.text("rating") != nil, record.text("rating-reason") == nil else { return [] }
        return [Problem("rating-reason", "Say why the figures do not tell how it is going")]
    }
}

extension FrozenScorecard {
    static let digestIsADigest = Invariant(of: kind.name, rule: "A scorecard's digest is one of SHA-256") { record, _ in
        let digits = Set("0123456789abcdef")
        guard let text = record.text("digest"), text.count != 64 || !text.allSatisfy(digits.contains) else { return [] }
        return [Problem("digest", "This is no digest of SHA-256")]
    }
}

extension ChartRebase {
    static let onceAPeriod = Invariant(of: kind.name, rule: "An indicator's limits begin anew at a period once") {
        record, shelf in
        let here = ChartRebase(record), period = Span.plainName(here.period)
        let other = try shelf.records(of: kind, where: "indicator", is: here.indicator.text).first {
            $0.id != record.id && $0.period.overlaps(record.period)
                && Span.plainName(ChartRebase($0).period) == period
        }
        return other.map { [Problem("period", "The limits begin anew at \(period) already: change \($0.id)")] } ?? []
    }
}
