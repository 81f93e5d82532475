import Doors
import Kernel
import Statistics
import Web

/// Pieces that every page of this room is made of.
enum Pieces {
    /// A part of a page under its own heading, which a link can reach.
    static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        """
        <section>
        <h2 class="govuk-heading-m" id="\(id)">\(title)</h2>
        \(content)</section>

        """
    }

    static func paragraph(_ words: HTML) -> HTML { "<p class=\"govuk-body\">\(words)</p>\n" }

    static func bullets(_ items: [HTML]) -> HTML {
        let lines: [HTML] = items.map { "<li>\($0)</li>\n" }
        return .when(!items.isEmpty, "<ul class=\"govuk-list govuk-list--bullet\">\n\(lines)</ul>\n")
    }

    /// How far from another, and whether that is better or worse: in words, and never by colour alone. What rounds to
    /// nothing is neither.
    static func gap(_ gap: Gap?, places: Int) -> HTML {
        guard let gap = gap?.rounded(to: places) else { return "<span class=\"tc-quiet\">Cannot tell</span>" }
        let words = gap.words(places: places)
        switch gap.meaning {
        case .improvement: return GovUK.tag(words, .green)
        case .concern: return GovUK.tag(words, .red)
        case .neither: return "\(words)"
        }
    }

    /// `Narrowed by 2.1 since 2016`
    static func change(_ comparator: Comparison.Comparator?) -> HTML {
        guard let comparator, let change = comparator.change, let since = comparator.since else {
            return "<span class=\"tc-quiet\">Cannot tell</span>"
        }
        let places = comparator.places
        switch change {
        case .narrowed(let by): return "Narrowed by \(figureText(by, places: places)) since \(since)"
        case .widened(let by): return "Widened by \(figureText(by, places: places)) since \(since)"
        case .same: return "The same as in \(since)"
        }
    }

    /// A figure as a cell of a table, with why there is none where there is none.
    static func figure(_ observation: Observation?, of measure: Measure) -> HTML {
        guard let observation else { return "<span class=\"tc-quiet\">Not held</span>" }
        switch observation.value {
        case .amount: return "\(measure.words(of: observation.value))"
        case .marked(let mark):
            let sign: HTML = .when(!mark.text.isEmpty, " (\(mark.text))")
            return "<span class=\"tc-quiet\">\(mark.meaning.words)\(sign)</span>"
        }
    }

    static let counted: HTML = """
        A rank is among those that have a figure at the same time; 1st is the best, or the highest where neither way is \
        better. The mean of neighbours counts each once.
        """
}

extension Request {
    func way(_ words: String, _ path: String, about: String? = nil) -> HTML {
        Link(words, link(path), about: about).html
    }

    /// The day that somebody asked for by name: figures of later times are left out. Nil when nobody did, and then
    /// every figure that is held is shown, whatever day the service opens on (rule NE-15).
    var until: Day? { query.text("on") == nil ? nil : on.adding(days: 1) }
}
