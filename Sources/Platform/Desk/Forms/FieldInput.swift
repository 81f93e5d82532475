internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks for one field, by whatever suits what it may hold, with what was typed before.
struct FieldInput {
    let field: Field
    let candidates: Candidates
    let typed: Fields
    let problems: [Problem]
    /// The names of what is pointed at now.
    var subjects: [String: Subject] = [:]
    /// The search page, for things too many to list.
    var search = "/search"

    var html: HTML {
        switch field.type {
        case .text(let max): line(width: max <= 40 ? .twenty : nil)
        case .prose: GovUK.textarea(field.name, label: label, value: value, hint: field.about, problems: problems)
        case .integer(let range): number(range)
        case .flag: flag
        case .day:
            GovUK.dateInput(
                field.name, legend: label, value: typed.typedDay(field.name),
                hint: "\(field.about) For example, 31 12 2009.",
                problems: problems)
        case .choice(let choices): choice(choices.map { GovUK.Choice($0.value, $0.label) })
        case .choices(let choices): boxes(choices.map { GovUK.Choice($0.value, $0.label) })
        case .reference(let kinds): reference(kinds)
        case .references(let kinds, let max): references(kinds, max)
        }
    }

    private var label: String { field.isRequired ? field.label : "\(field.label) (optional)" }
    private var value: String { typed.first(field.name) ?? "" }

    private func line(width: GovUK.InputWidth?) -> HTML {
        GovUK.textInput(field.name, label: label, value: value, hint: field.about, problems: problems, width: width)
    }

    private func number(_ range: ClosedRange<Int>) -> HTML {
        GovUK.textInput(
            field.name, label: label, value: value,
            hint: "\(field.about) From \(range.lowerBound) to \(range.upperBound).",
            problems: problems, width: range.upperBound < 100_000 ? .five : .ten, kind: .wholeNumber)
    }

    private var flag: HTML {
        GovUK.radios(
            field.name, legend: label, [GovUK.Choice("true", "Yes"), GovUK.Choice("false", "No")] + notSaid,
            chosen: value,
            hint: field.about, problems: problems, layout: .inline)
    }

    private var notSaid: [GovUK.Choice] { field.isRequired ? [] : [GovUK.Choice("", "Not said")] }

    /// Radios for a few answers, as they are easier to read; a list for more.
    private func choice(_ answers: [GovUK.Choice]) -> HTML {
        answers.count <= 6
            ? GovUK.radios(
                field.name, legend: label, answers + notSaid, chosen: value, hint: field.about, problems: problems)
            : select(answers)
    }

    private func select(_ answers: [GovUK.Choice]) -> HTML {
        var all = answers
        if !value.isEmpty, !answers.contains(where: { $0.value == value }) {
            all.append(GovUK.Choice(value, subjects[value]?.name ?? value))
        }
        return GovUK.select(
            field.name, label: label, all, chosen: value, blank: field.isRequired ? "Choose one" : "Not said",
            hint: field.about,
            problems: problems)
    }

    private func boxes(_ answers: [GovUK.Choice]) -> HTML {
        let ticked = typed.all(field.name).filter { !$0.isEmpty }
        let unlisted = ticked.filter { value in !answers.contains { $0.value == value } }
        return GovUK.checkboxes(
            field.name, legend: label, answers + unlisted.map { GovUK.Choice($0, subjects[$0]?.name ?? $0) },
            chosen: Set(ticked), hint: field.about, problems: problems, layout: .small)
    }

    private func reference(_ kinds: [String]) -> HTML {
        if case .few(let subjects) = candidates { return select(Candidates.choices(subjects, of: kinds)) }
        let hint = "\(field.about) Give its identifier or its exact name.\(now([value]))"
        return GovUK.textInput(field.name, label: label, value: value, hint: hint, problems: problems) + searchLink
    }

    private func references(_ kinds: [String], _ max: Int) -> HTML {
        if case .few(let subjects) = candidates, subjects.count <= Candidates.boxesMax {
            return boxes(Candidates.choices(subjects, of: kinds))
        }
        let lines = typed.all(field.name)
        let hint =
            "\(field.about) At most \(max), each on a line of its own: an identifier or an exact name.\(now(lines))"
        let area = GovUK.textarea(
            field.name, label: label, value: lines.joined(separator: "\n"), hint: hint, problems: problems, rows: 4)
        return area + searchLink
    }

    /// What the identifiers that stand there now are called.
    private func now(_ ids: [String]) -> String {
        let names = ids.compactMap { subjects[$0]?.name }
        return names.isEmpty ? "" : " Now: \(names.joined(separator: "; "))."
    }

    private var searchLink: HTML {
        let link = Link("Search for it", search, about: "to fill in \(field.label)")
        return "<p class=\"govuk-body-s\">\(link.html)</p>\n"
    }
}
