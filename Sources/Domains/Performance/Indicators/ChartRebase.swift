import Kernel
import Records
import Statistics

/// That from a period on the limits of an indicator's chart begin anew, because somebody found that the process is
/// another (PC-12).
struct ChartRebase: Noun {
    let id: ID<ChartRebase>
    let indicator: ID<Indicator>
    let record: Record

    init(_ record: Record) {
        id = ID(record.id)
        indicator = record.id("indicator") ?? ID("")
        self.record = record
    }

    /// As somebody called it.
    var period: String { record.text("period") ?? "" }

    /// As charts take it; nil where the record has too little.
    /// - Parameter label: what the figure is called from which they begin.
    func rebase(from label: String, by name: String) -> Rebase? {
        guard let reason = record.text("reason"), let day = record.day("decided") else { return nil }
        return try? Rebase(from: label, reason: reason, by: name, on: day)
    }

    static let kind = Kind(
        "chart-rebase", plural: "chart-rebases", room: "performance", title: "New limits",
        about: "That from a period on the limits of an indicator's chart begin anew, and why.",
        fields: [
            Field("indicator", "Indicator", .reference(["indicator"]), required: true, "Of which indicator."),
            Field(
                "period", "From period", .text(max: 40), required: true,
                "The first period of the new process, as its publisher calls it."),
            Field("reason", "Reason", .prose(max: 500), required: true, "What changed, so that others can see why."),
            Field("by", "Decided by", .reference(["post", "person"]), required: true, "Who decided it."),
            Field("decided", "Decided on", .day, required: true, "When."),
        ],
        naming: { record, name in
            let indicator = record.text("indicator").flatMap(name) ?? "an indicator"
            return "New limits of \(indicator) from \(record.text("period") ?? "")"
        })
}
