public import Doors
public import Kernel
public import Records
public import Web

/// Pieces that every page of these rooms is made of: links that keep the day, sources, sections.
public enum Piece {
    /// Where a thing's own page is: the page of its room, or else its record's.
    public static func path(_ kind: String, _ id: String) -> String {
        page(of: kind, id) ?? "/records/\(plurals[kind] ?? kind + "s")/\(id)"
    }

    /// The page of its room that shows a thing; nil for kinds that have none.
    public static func page(of kind: String, _ id: String) -> String? {
        switch kind {
        case "post": "/posts/\(id)"
        case "organisation": "/organisations/\(id)"
        case "function": "/functions/\(id)"
        case "body": "/bodies/\(id)"
        case "concern": "/concerns/\(id)"
        case "scenario": "/scenarios/\(id)"
        case "area": "/places/\(id)"
        case "setting": "/settings/\(id)"
        case "meeting": "/meetings/\(id)"
        case "resolution": "/decisions/\(id)"
        case "plan": "/plans/\(id)"
        case "priority": "/priorities/\(id)"
        case "indicator": "/indicators/\(id)"
        case "scorecard": "/scorecards/\(id)"
        case "outcome": "/outcomes/\(id)"
        case "plan-action": "/plan-actions/\(id)"
        case "plan-need": "/plan-needs/\(id)"
        case "sensitive-interest": "/interests/\(id)"
        default: nil
        }
    }

    /// The plurals that are not the kind's name and an s, or whose room this one may not read.
    private static let plurals = [
        "person": "people", "deputy": "deputies", "duty": "duties", "responsibility": "responsibilities",
        "attendance": "attendance", "terms": "terms-of-reference", "priority": "priorities",
    ]

    /// Kinds of thing that the golden thread runs through, and that have a page of their own.
    static let threaded: Set = ["post", "body", "priority", "indicator", "area"]

    /// A part of a page under its own heading, which a link can reach.
    public static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        """
        <section>
        <h2 class="govuk-heading-m" id="\(id)">\(title)</h2>
        \(content)</section>

        """
    }

    public static func paragraph(_ words: HTML) -> HTML { "<p class=\"govuk-body\">\(words)</p>\n" }

    public static func hint(_ words: HTML) -> HTML { "<p class=\"govuk-body-s tc-quiet\">\(words)</p>\n" }

    /// Text with its lines kept apart.
    public static func lines(_ text: String) -> HTML {
        HTML.joined(
            text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" as HTML }, by: "<br>")
    }

    /// A list with bullets; nothing when it is empty.
    public static func bullets(_ items: [HTML]) -> HTML {
        let lines: [HTML] = items.map { "<li>\($0)</li>\n" }
        return .when(!items.isEmpty, "<ul class=\"govuk-list govuk-list--bullet\">\n\(lines)</ul>\n")
    }

    /// Things that follow one from another, first to last.
    public static func steps(_ items: [HTML]) -> HTML {
        let lines: [HTML] = items.map { "<li>\($0)</li>\n" }
        return .when(!items.isEmpty, "<ol class=\"govuk-list govuk-list--number\">\n\(lines)</ol>\n")
    }

    /// The way on through a long list, and back to its beginning. `query` ends in `&` when it is not empty.
    public static func turning(_ next: String?, path: String, query: String, isFirst: Bool, _ request: Request) -> HTML
    {
        let first: HTML? =
            isFirst ? nil : request.way("First page", query.isEmpty ? path : "\(path)?\(query.dropLast())")
        let more: HTML? = next.map { request.way("Next page", "\(path)?\(query)after=\($0)") }
        let links = [first, more].compactMap(\.self)
        let joined = HTML.joined(links, by: " <span aria-hidden=\"true\">|</span> ")
        return .when(
            !links.isEmpty, "<nav aria-label=\"Pages of the list\"><p class=\"govuk-body\">\(joined)</p></nav>\n")
    }

    /// Whether a line holds, in words and colour; nothing when it plainly does.
    public static func tag(_ standing: Standing) -> HTML {
        switch standing {
        case .holds: .empty
        case .lacking: GovUK.tag("Said to be lacking", .red)
        case .unclear: GovUK.tag("Said to be unclear", .orange)
        }
    }

    /// Whether what a record says is so: nothing when it plainly is.
    public static func tag(_ record: Record) -> HTML {
        record.provenance == .proposed ? GovUK.tag("Proposed", .purple) : tag(record.standing)
    }

    /// On whose word a record stands: its sources, and how they say it where they do not plainly say it.
    public static func source(_ record: Record) -> HTML {
        let cited = record.sources.map(\.description).joined(separator: "; ")
        let words: HTML = .when(record.provenance != .stated, "\(record.provenance.words)")
        let mark: HTML = record.provenance == .assumption ? GovUK.tag("Assumption", .yellow) : words
        switch (cited.isEmpty, mark.isEmpty) {
        case (true, true): return "<span class=\"tc-quiet\">No source given</span>"
        case (true, false): return mark
        case (false, true): return "\(cited)"
        case (false, false): return "\(mark): \(cited)"
        }
    }
}

extension Request {
    /// A link to a thing's own page, as of the day this page is shown for.
    public func way(to thing: Named, _ kind: String) -> HTML {
        Link(thing.name, link(Piece.path(kind, thing.id))).html
    }

    public func way(to subject: Subject) -> HTML {
        Link(subject.name, link(Piece.path(subject.kind, subject.id))).html
    }

    /// A link in running text.
    public func way(_ words: String, _ path: String, about: String? = nil) -> HTML {
        Link(words, link(path), about: about).html
    }

    /// What may be done to a record: see its history, change it from a day, say that it was never so, end it.
    public func recordLinks(_ kind: Kind, _ id: String, name: String) -> HTML {
        let record = "/records/\(kind.plural)/\(id)"
        let thread: [HTML] =
            Piece.threaded.contains(kind.name) ? [way("Thread", "/thread/\(kind.name)/\(id)", about: "of \(name)")] : []
        return Piece.section(
            "record", "This record",
            Piece.bullets(
                thread + [
                    way("History", record + "/history", about: "of \(name)"),
                    way("Change from a day", record + "/change", about: name),
                    way("Correct", record + "/correct", about: name),
                    way("End", record + "/end", about: name),
                ]))
    }

    /// The way to add a record of a kind about something: `/records/lines/new?post=director`.
    public func wayToAdd(_ words: String, _ kind: Kind, _ field: String, _ id: String) -> HTML {
        way(words, "/records/\(kind.plural)/new?\(field)=\(id)")
    }
}
