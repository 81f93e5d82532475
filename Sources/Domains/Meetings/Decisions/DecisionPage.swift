import Doors
import Kernel
import Partners
import Records
import Web

/// One decision: its words, its reasons, who voted how, what it means for children, and where it stands.
struct DecisionPage {
    let view: DecisionView
    let isClerk: Bool
    let request: Request

    private var record: Record { view.record }

    var page: Page {
        Page(
            title: view.name, caption: "Decision of \(view.body.name)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(view.body.name, request.link("/bodies/\(view.body.id)/decisions")),
            ],
            body: "\(Piece.paragraph(Self.tag(view)))\(what)\(how)\(children)\(callIn)\(clerk)")
    }

    static func tag(_ view: DecisionView) -> HTML {
        let colour: GovUK.TagColour =
            switch view.standing {
            case .notPublished, .open: .grey
            case .inForce, .released: .blue
            case .mayBeCalledIn: .yellow
            case .calledIn, .referred: .red
            case .implemented: .green
            }
        return GovUK.tag(view.standing.words, colour)
    }

    private var what: HTML {
        var rows: [GovUK.SummaryRow] = []
        if let meeting = view.meeting {
            rows.append(GovUK.SummaryRow("Meeting", request.way(meeting.name, "/meetings/\(meeting.id)")))
        }
        rows.append(GovUK.SummaryRow("On", "\(view.resolution.on.long)"))
        rows.append(GovUK.SummaryRow("Outcome", "\(Resolution.outcomes.label(of: view.resolution.outcome))"))
        guard view.isWhole else {
            let words = record.text("public-wording") ?? "What was decided is kept from the public."
            rows.append(GovUK.SummaryRow("What was decided", Piece.lines(words)))
            if let closed = view.closedBecause { rows.append(GovUK.SummaryRow("Why it is not open", "\(closed)")) }
            return GovUK.summaryList(rows)
        }
        for name in ["wording", "reasons", "rejected"] {
            guard let text = record.text(name), let field = Resolution.kind.fields.first(where: { $0.name == name })
            else { continue }
            rows.append(GovUK.SummaryRow(field.label, Piece.lines(text)))
        }
        if let number = record.integer("minute") { rows.append(GovUK.SummaryRow("Minute", "\(number)")) }
        if let body = view.sentTo { rows.append(GovUK.SummaryRow("Sent to", request.way(to: body, "body"))) }
        rows.append(GovUK.SummaryRow("Source", Piece.source(record)))
        return GovUK.summaryList(rows)
    }

    private var how: HTML {
        guard view.isWhole else { return .empty }
        var rows = [GovUK.SummaryRow("How", "\(Resolution.ways.label(of: view.resolution.made))")]
        if let post = view.decidedBy { rows.append(GovUK.SummaryRow("Decided by", request.way(to: post, "post"))) }
        for name in ["consulted", "why-between"] {
            guard let text = record.text(name), let field = Resolution.kind.fields.first(where: { $0.name == name })
            else { continue }
            rows.append(GovUK.SummaryRow(field.label, Piece.lines(text)))
        }
        if let meeting = view.reportedTo {
            rows.append(GovUK.SummaryRow("Reported to", request.way(meeting.name, "/meetings/\(meeting.id)")))
        }
        if let present = record.integer("present") {
            let quorum = record.integer("quorum").map { "of a quorum of \($0)" } ?? "with no quorum in the terms"
            rows.append(GovUK.SummaryRow("Members there then", "\(present), \(quorum)"))
        }
        let counts = [("for", "for"), ("against", "against"), ("abstained", "abstained")].compactMap { name, word in
            record.integer(name).map { "\($0) \(word)" }
        }
        if !counts.isEmpty { rows.append(GovUK.SummaryRow("Votes", "\(counts.joined(separator: ", "))")) }
        for vote in view.votes { rows.append(GovUK.SummaryRow(vote.way, "\(vote.names.joined(separator: "; "))")) }
        if let dissent = record.text("dissent") { rows.append(GovUK.SummaryRow("Dissent", "\(dissent)")) }
        return Piece.section("how", "How it was decided", GovUK.summaryList(rows))
    }

    private var children: HTML {
        guard view.isWhole else { return .empty }
        var rows = [GovUK.SummaryRow("Children", "\(Resolution.impacts.label(of: view.resolution.impact))")]
        for name in ["impact-who", "impact-how", "impact-said", "impact-changed", "gap-note"] {
            guard let text = record.text(name), let field = Resolution.kind.fields.first(where: { $0.name == name })
            else { continue }
            rows.append(GovUK.SummaryRow(field.label, Piece.lines(text)))
        }
        if let gap = record.text("gap") {
            rows.append(GovUK.SummaryRow("Narrowing the gap", "\(Report.gaps.label(of: gap))"))
        }
        return Piece.section("children", "What it means for children", GovUK.summaryList(rows))
    }

    private var callIn: HTML {
        var rows: [GovUK.SummaryRow] = []
        if let published = view.resolution.published {
            rows.append(GovUK.SummaryRow("Published on", "\(published.long)\(told(published))"))
        }
        if let word = record.text("call-in") {
            rows.append(GovUK.SummaryRow("Call-in", "\(Resolution.callIns.label(of: word))"))
        }
        if let until = view.callInUntil {
            rows.append(GovUK.SummaryRow("Last time for a call-in", "\(view.callInRule.words(until))"))
            rows.append(GovUK.SummaryRow("By the rule of", "\(view.callInRule.source)"))
        }
        if view.isWhole, let why = record.text("no-call-in-because") {
            rows.append(GovUK.SummaryRow("Because", "\(why)"))
        }
        for callIn in view.callIns {
            let outcome = callIn.outcome.map { CallIn.outcomes.label(of: $0) } ?? "Not heard yet"
            let reason = view.isWhole ? callIn.record.text("reason").map { "\($0). " } ?? "" : ""
            rows.append(GovUK.SummaryRow("Called in on \(callIn.on.long)", "\(reason)\(outcome)"))
        }
        if let day = record.day("implemented") { rows.append(GovUK.SummaryRow("Carried out on", "\(day.long)")) }
        return .when(!rows.isEmpty, Piece.section("call-in", "What follows", GovUK.summaryList(rows)))
    }

    /// That it was said later, where it was: then call-in is counted from the day it was said.
    private func told(_ published: Day) -> HTML {
        guard let noted = record.day("published-noted"), noted > published else { return .empty }
        return "<br><span class=\"tc-quiet\">This was said on \(noted.long), and counts from then.</span>"
    }

    private var clerk: HTML {
        guard isClerk else { return .empty }
        let path = "/decisions/\(view.id)"
        var links: [HTML] = []
        switch view.standing {
        case .notPublished: links.append(request.way("Publish the decision", path + "/publish"))
        case .mayBeCalledIn: links.append(request.way("Record a call-in", path + "/call-in"))
        case .calledIn: links.append(request.way("Record what became of the call-in", path + "/heard"))
        case .inForce, .released: links.append(request.way("Say that it is carried out", path + "/carried-out"))
        case .referred, .implemented, .open: break
        }
        if view.resolution.made != "meeting", view.reportedTo == nil {
            links.append(request.way("Report it to a meeting", path + "/reported"))
        }
        links.append(request.way("History of this record", "/records/resolutions/\(view.id)/history"))
        return Piece.section("clerk", "For the clerk", Piece.bullets(links))
    }
}
