internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Where the pages of records are.
enum Paths {
    static let kinds = "/records"

    static func list(_ kind: Kind) -> String { "/records/\(kind.plural)" }
    static func record(_ kind: Kind, _ id: String) -> String { "\(list(kind))/\(id)" }
    static func api(_ kind: Kind) -> String { "/api/v1/\(kind.plural)" }
}

extension Request {
    /// The identifier in the path. What cannot be one is of nothing.
    func recordID() throws(Refusal) -> String {
        let id: ID<Record> = try id("id")
        return id.text
    }

    /// From the home page down to a kind's list.
    func crumbs(to kind: Kind) -> [Link] {
        [Link("Home", link("/")), Link("Records", link(Paths.kinds)), Link(kind.pluralTitle, link(Paths.list(kind)))]
    }

    /// From the home page down to a record.
    func crumbs(to kind: Kind, _ id: String, _ name: String) -> [Link] {
        crumbs(to: kind) + [Link(name, link(Paths.record(kind, id)))]
    }

    /// What the reader of records should know where a scenario is laid over other pages.
    var heldNotices: [String] {
        scenario == nil ? [] : ["Records are shown as they are held: no scenario is laid over them."]
    }

    /// This page's address with some of its query replaced. Nil takes a name away.
    func address(replacing replaced: [(String, String?)]) -> String {
        let names = Set(replaced.map(\.0))
        let kept = query.pairs.filter { !names.contains($0.name) }.map { ($0.name, $0.value) }
        let all = kept + replaced.compactMap { name, value in value.map { (name, $0) } }
        if all.isEmpty { return path }
        return path + "?" + all.map { "\(urlPart($0.0))=\(urlPart($0.1))" }.joined(separator: "&")
    }
}

/// Pieces of pages.
enum Piece {
    static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        """
        <section>
        <h2 class="govuk-heading-m" id="\(id)">\(title)</h2>
        \(content)</section>

        """
    }

    static func paragraph(_ content: HTML) -> HTML { "<p class=\"govuk-body\">\(content)</p>\n" }
    static func quiet(_ content: HTML) -> HTML { "<p class=\"govuk-body-s tc-quiet\">\(content)</p>\n" }

    static func bullets(_ items: [HTML]) -> HTML {
        let lines: [HTML] = items.map { "<li>\($0)</li>\n" }
        return .when(!items.isEmpty, "<ul class=\"govuk-list govuk-list--bullet\">\n\(lines)</ul>\n")
    }
}
