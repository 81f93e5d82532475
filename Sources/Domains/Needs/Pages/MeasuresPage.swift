import Doors
import Kernel
import Web

/// Every measure, by topic.
struct MeasuresPage {
    let measures: [Measure]
    let topic: String?
    let request: Request

    var page: Page {
        Page(
            title: "Measures",
            breadcrumbs: [Link("Home", request.link("/")), Link("Needs", request.link("/needs"))],
            body: "\(choosing)\(table)\(files)")
    }

    private var shown: [Measure] { measures.filter { topic == nil || ($0.topic ?? "Other") == topic } }

    private var choosing: HTML {
        let topics = Set(measures.map { $0.topic ?? "Other" }).sorted()
        return GovUK.filterPanel(
            "/measures", keeping: request.carried, clear: request.link("/measures"),
            GovUK.select(
                "topic", label: "Topic", topics.map { GovUK.Choice($0, $0) }, chosen: topic, blank: "Every topic"))
    }

    private var table: HTML {
        let request = request
        let columns: [Column<Measure>] = [
            Column("Measure") { request.way($0.title, "/measures/\($0.id)") },
            .text("Topic") { $0.topic ?? "Other" }, .text("Unit") { $0.unit ?? "" },
            .text("Which way is better") { $0.polarity.words },
        ]
        return GovUK.table(
            caption: "\(shown.count) measures", columns, shown,
            empty: "none is held. Take in a list of measures, or a file that brings its own.")
    }

    private var files: HTML {
        Pieces.section(
            "files", "As files", Pieces.bullets([request.way("Measures (CSV)", "/measures.csv")]))
    }
}
