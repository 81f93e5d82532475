import Doors
import Kernel
import Records
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

    /// On whose word a record stands.
    static func source(_ record: Record) -> HTML {
        let cited = record.sources.map(\.description).joined(separator: "; ")
        return cited.isEmpty ? "<span class=\"tc-quiet\">No source given</span>" : "\(cited)"
    }

    static func tag(_ state: OpenState) -> HTML {
        switch state {
        case .open: GovUK.tag(state.words, .green)
        case .perhaps: GovUK.tag(state.words, .yellow)
        case .closed: GovUK.tag(state.words, .grey)
        case .notYet: GovUK.tag(state.words, .blue)
        }
    }

    /// Settings counted by type and state.
    static func tally(_ tally: SettingTally, caption: String) -> HTML {
        let columns: [Column<SettingTally.Row>] =
            [Column("Type") { $0.type.isEmpty ? "<strong>\($0.words)</strong>" : "\($0.words)" }]
            + OpenState.allCases.map { state in Column(state.words, numeric: true) { "\($0.count(state))" } }
            + [Column("Held", numeric: true) { "\($0.total)" }]
        return GovUK.table(caption: caption, columns, tally.rows, empty: "no setting is held.")
    }

    /// Why so many settings only may have been open.
    static let perhaps: HTML = """
        <p class="govuk-body-s tc-quiet">A setting <em>may have been open</em> when the register does not say since \
        when\
         it is open, and it had not yet closed.</p>

        """

    static let noCentres =
        "No children's centres are held yet: the register of establishments does not list those of the time."
    static let noClusters = """
        No clusters are held yet. A cluster is a set of schools and children's centres, not a shape on the map: it may \
        hold a school of another ward.
        """
}

extension Request {
    func way(_ words: String, _ path: String, about: String? = nil) -> HTML {
        Link(words, link(path), about: about).html
    }

    /// A link to an area's page, saying so where it is not certain that it was there.
    func way(to area: AreaSummary) -> HTML {
        let doubt: HTML = .when(!area.isCertain, " <span class=\"tc-quiet\">(not certain on this day)</span>")
        return "\(way(area.name, "/places/\(area.id)"))\(doubt)"
    }

    /// The same, or that it is not known.
    func way(to area: AreaSummary?) -> HTML { area.map { way(to: $0) } ?? "<span class=\"tc-quiet\">Not known</span>" }

    func way(to line: SettingLine) -> HTML { way(line.name, "/settings/\(line.id)") }

    /// What may be done to a record: see its history, change it from a day, say that it was never so, end it.
    func recordLinks(_ kind: Kind, _ id: String, name: String) -> HTML {
        let record = "/records/\(kind.plural)/\(id)"
        let thread: [HTML] =
            kind.name == Area.kind.name ? [way("Thread", "/thread/\(kind.name)/\(id)", about: "of \(name)")] : []
        return Pieces.section(
            "record", "This record",
            Pieces.bullets(
                thread + [
                    way("History", record + "/history", about: "of \(name)"),
                    way("Change from a day", record + "/change", about: name),
                    way("Correct", record + "/correct", about: name),
                    way("End", record + "/end", about: name),
                ]))
    }
}
