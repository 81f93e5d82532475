import Doors
import Foundation
import Kernel
import Ledger
import Web

/// Asks of what or of whom, and shows who looked.
struct LooksPage {
    let request: Request
    let asked: Ledger.LookedAt?
    let looks: Looks?

    var page: Page {
        Page(
            title: "Who looked", breadcrumbs: [Link("Accounts", "/accounts")], wide: true,
            body: """
                \(looks.map { LooksTable(looks: $0, request: request, csv: "/looks.csv").html })\
                <h2 class="govuk-heading-m">Ask</h2>
                <p class="govuk-body">That somebody saw a restricted record is a fact in the ledger. Ask for a record, \
                for whatever is about a person, or for what a person looked at.</p>
                \(GovUK.query("/looks", ofThing))\(GovUK.query("/looks", ofPerson))\(GovUK.query("/looks", byPerson))
                """)
    }

    private func said(_ name: String) -> String { request.query.first(name) ?? "" }

    private var ofThing: HTML {
        """
        \(GovUK.textInput("kind", label: "Kind of record", value: said("kind"), hint: "Such as account."))\
        \(GovUK.textInput("id", label: "Its identifier", value: said("id")))\
        \(GovUK.button("Who looked at this record", kind: .secondary))
        """
    }

    private var ofPerson: HTML {
        """
        \(GovUK.textInput("about", label: "Whom it is about", value: said("about"), hint: "A person's identifier."))\
        \(GovUK.button("Who looked at what is about them", kind: .secondary))
        """
    }

    private var byPerson: HTML {
        """
        \(GovUK.textInput("by", label: "Who looked", value: said("by"), hint: "A person's identifier."))\
        \(GovUK.button("What they looked at", kind: .secondary))
        """
    }
}

/// Who looked at one's own account.
struct OwnLooksPage {
    let request: Request
    let looks: Looks

    var page: Page {
        Page(
            title: "Who looked at your account", breadcrumbs: [Link("Your account", "/account")], wide: true,
            body: """
                <p class="govuk-body">Each time somebody sees your account among those they keep, it is written down: \
                who, when, and why they may.</p>
                \(LooksTable(looks: looks, request: request, csv: "/account/looks.csv").html)
                """)
    }
}

/// Looks as a table, with the way to older ones and to a spreadsheet.
struct LooksTable {
    let looks: Looks
    let request: Request
    let csv: String

    var html: HTML {
        let columns: [Column<Look>] = [
            .text("When") { Moment.words($0.at) }, .text("Who") { $0.caller }, .text("What") { $0.subject.name },
            .text("How") { $0.door.label }, .text("Why they may") { "They \($0.why)" },
        ]
        let older: HTML? = looks.before.map { before in
            "<p class=\"govuk-body\">\(Link("Older", address(request.path, before: before)).html)</p>\n"
        }
        let file: HTML = .when(
            !looks.looks.isEmpty,
            "<p class=\"govuk-body\">\(Link("Download as CSV", address(csv, before: nil)).html)</p>\n")
        return """
            \(GovUK.table(caption: "Looks", columns, looks.looks, empty: "Nobody has looked.", captionHidden: true))\
            \(older)\(file)
            """
    }

    private func address(_ path: String, before: String?) -> String {
        let kept = request.query.without("before").pairs.map { ($0.name, $0.value) }
        let all = kept + [before.map { ("before", $0) }].compactMap(\.self)
        if all.isEmpty { return path }
        return path + "?" + all.map { "\(urlPart($0.0))=\(urlPart($0.1))" }.joined(separator: "&")
    }
}

extension WayIn {
    /// What a table calls it.
    var label: String {
        switch self {
        case .page: "Page"
        case .api: "Program"
        case .terminal: "Terminal"
        case .export: "File"
        }
    }
}

extension Looks {
    /// As programs have them.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("looks", looks) { json, look in
                json.object { json in
                    json.field("at", Moment.iso(look.at))
                    json.field("by", look.caller)
                    json.field("kind", look.subject.kind)
                    json.field("id", look.subject.id)
                    json.field("name", look.subject.name)
                    json.field("door", look.door.rawValue)
                    json.field("why", look.why)
                    json.field("fact", look.fact)
                }
            }
            json.field("before", before)
        }
        return json.bytes
    }

    /// As a spreadsheet has them.
    var csv: [UInt8] {
        Web.csv(
            ["at", "by", "kind", "id", "name", "door", "why"],
            looks.map {
                [
                    Moment.iso($0.at), $0.caller, $0.subject.kind, $0.subject.id, $0.subject.name, $0.door.rawValue,
                    $0.why,
                ]
            })
    }
}
