import Doors
import Kernel
import Records
import Web

/// One setting: what it is, where it stands, and when it was open.
struct SettingPage {
    let view: SettingView
    let request: Request

    var page: Page {
        let line = view.line
        return Page(
            title: line.name, caption: Setting.types.label(of: line.type),
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Places", request.link("/places")),
                Link("Settings", request.link("/settings")),
            ],
            body: """
                \(Pieces.paragraph("\(Pieces.tag(line.state)) on \(request.on)"))\(summary)\(history)\
                \(request.recordLinks(Setting.kind, line.id.text, name: line.name))
                """)
    }

    private var summary: HTML {
        let record = view.record
        var rows = [
            GovUK.SummaryRow("Type in the register", "\(record.text("register-type") ?? "Not known")"),
            GovUK.SummaryRow("Reference number", "\(view.line.urn ?? "None")"),
            GovUK.SummaryRow("Ages", "\(view.line.ages ?? "Not known")"),
            GovUK.SummaryRow("Dates", "\(view.line.dates)"),
            GovUK.SummaryRow("Ward", ward),
        ]
        if let cluster = view.cluster { rows.append(GovUK.SummaryRow("Cluster", request.way(to: cluster))) }
        rows.append(GovUK.SummaryRow("Small area", "\(record.text("small-area") ?? "Not known")"))
        rows.append(GovUK.SummaryRow("Postcode", "\(record.text("postcode") ?? "Not known")"))
        rows.append(GovUK.SummaryRow("Source", Pieces.source(record)))
        if let note = record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    /// The ward of its small area, with what the ward was within on the day; or that the ward was not there then.
    private var ward: HTML {
        guard let ward = view.ward else { return "It cannot be placed: see the note" }
        let name = request.way(ward.name, "/places/\(ward.id)")
        if let period = view.wardPeriod {
            return """
                \(name), by its small area. That ward's own days are \(AreaPage.days(period)): \
                which ward the site was in on \(request.on) is not held.
                """
        }
        let above: [HTML] = view.ancestors.map { ", \(request.way(to: $0))" }
        return "\(name)\(above)"
    }

    private var history: HTML {
        let columns: [Column<Record>] = [
            Column("When") { "\(AreaPage.days($0.period))" }, Column("Name") { "\($0.text("name"))" },
            Column("Source") { Pieces.source($0) },
        ]
        return .when(
            view.history.count > 1,
            Pieces.section(
                "versions", "Over time", GovUK.table(caption: "Versions", columns, view.history, captionHidden: true)))
    }
}
