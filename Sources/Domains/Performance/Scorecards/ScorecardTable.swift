import Kernel
import Needs
import Statistics

/// A scorecard as words in rows: what its CSV, its spreadsheet and its frozen paper hold.
extension Scorecard {
    var paper: ScorecardPaper {
        ScorecardPaper(title: title, day: "\(on)", columns: columns, rows: rows.map(words))
    }

    var columns: [String] {
        [
            "Code", "Indicator", "Priority", "Place", "Period", "Value", "Unit", "Target", "Target is", "Rating",
            "Direction",
        ]
            + scope.places.dropFirst().map { places[$0] ?? $0.text }
            + [
                "England", "Against England", "Variation", "Assurance", "Owner", "Body", "Narrative", "Said of",
                "Author",
                "Action", "Note",
            ]
    }

    private func words(_ row: ScorecardRow) -> [String] {
        let cell = row.cells.first, told = row.shownNarrative
        let head = [
            row.indicator.code ?? "", row.indicator.name, row.priority?.name ?? "",
            cell.flatMap { places[$0.place] } ?? "", cell?.latest?.label ?? "",
            row.words(cell?.latest) ?? "No figure",
            row.unit ?? "", cell?.target?.description ?? "", cell?.target == nil ? "" : row.indicator.targetIs ?? "",
            row.rating.words, cell?.travel?.words() ?? "",
        ]
        let others = row.cells.dropFirst().map { row.words($0.latest) ?? "No figure" }
        let tail = [
            row.words(row.england) ?? "", row.gap?.words() ?? "", row.variation,
            row.chart.assurance.words,
            row.owner?.name ?? "", row.overseer?.name ?? "", told?.text ?? "",
            told?.period ?? "", row.author?.name ?? "", told?.action ?? "", row.wholeNote,
        ]
        return head + others + tail
    }
}

extension ScorecardRow {
    /// What the chart says.
    var variation: String { uncharted == nil ? chart.variation.words : "Cannot be charted" }

    /// What a reader should know of the row, where nothing else says which day it is of.
    var wholeNote: String {
        [note, isBroughtLater ? "The figure was brought after this day" : ""].filter { !$0.isEmpty }
            .joined(separator: ". ")
    }

    /// What a reader should know of the row.
    var note: String {
        var notes = overridden.map { ["Rated by a person: \($0.reason)"] } ?? []
        if isStale { notes.append(series.isEmpty ? "No figures are held" : "The data is stale") }
        if cells.first?.latest?.value.amount == nil, let mark = cells.first?.latest { notes.append(mark.value.words) }
        if let uncharted { notes.append("It cannot be charted: \(uncharted)") }
        notes += lost
        return notes.joined(separator: ". ")
    }
}
