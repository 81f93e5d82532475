internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks for what every record has whatever its kind: its identifier, when it holds, and on whose word.
struct CommonInputs {
    let typed: Fields
    let problems: [Problem]

    var identifier: HTML {
        GovUK.textInput(
            CommonKey.id.rawValue, label: "Identifier (optional)", value: typed.first(CommonKey.id.rawValue) ?? "",
            hint:
                "Small letters, digits and hyphens, such as director-of-children. It never changes. Made from the "
                + "name when you give none.",
            problems: problems, width: .thirty)
    }

    var from: HTML {
        day(
            .from, "From",
            "The first day on which it holds. If that is not known, leave this empty and answer the next question.")
    }

    var asAt: HTML {
        day(
            .asAt, "Known to have held on",
            "Only when the first day is not known: a day on which a source says that it held.")
    }

    var until: HTML {
        day(
            .until, "Until (optional)",
            "The first day on which it no longer holds. For a post left on 31 December 2009, give 1 1 2010.")
    }

    var provenance: HTML {
        let key = CommonKey.provenance.rawValue
        let chosen = typed.first(key) ?? Provenance.stated.rawValue
        // An assumption is for scenarios, which are written in files.
        let offered = Provenance.allCases.filter { $0 != .assumption || $0.rawValue == chosen }
        return GovUK.select(
            key, label: "How the source gives it", offered.map { GovUK.Choice($0.rawValue, $0.words) },
            chosen: chosen, problems: problems)
    }

    var sources: HTML {
        GovUK.textarea(
            CommonKey.source.rawValue, label: "Sources (optional)",
            value: typed.all(CommonKey.source.rawValue).joined(separator: "\n"),
            hint: "Where it is said: a document, a space and a paragraph, such as P10 3.1.6. One on each line.",
            problems: problems,
            rows: 3)
    }

    var note: HTML {
        GovUK.textarea(
            CommonKey.note.rawValue, label: "Note (optional)", value: typed.first(CommonKey.note.rawValue) ?? "",
            hint: "Anything a reader should know that no field holds.", problems: problems, rows: 3)
    }

    /// Why something is put right or brought to an end; kept in the history.
    func because(_ label: String, hint: String) -> HTML {
        GovUK.textarea(
            Self.because, label: label, value: typed.first(Self.because) ?? "", hint: hint, problems: problems, rows: 3)
    }

    static let because = "because"

    func day(_ key: CommonKey, _ legend: String, _ hint: String) -> HTML {
        GovUK.dateInput(
            key.rawValue, legend: legend, value: typed.typedDay(key.rawValue), hint: hint, problems: problems)
    }
}
