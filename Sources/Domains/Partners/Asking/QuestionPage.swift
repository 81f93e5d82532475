public import Doors
public import Kernel
public import Records
public import Web

/// A question, or a few that belong together, asked as fields of a kind of record; with what was typed, and what is
/// wrong with it.
public struct QuestionPage {
    /// One field to answer.
    public struct Question {
        public let field: Records.Field
        /// What a reference may point at.
        public var choices: [GovUK.Choice] = []
        /// In place of the field's own label.
        public var label: String?
        public var hint: String?
        public var rows = 4

        public init(
            field: Records.Field, choices: [GovUK.Choice] = [], label: String? = nil, hint: String? = nil,
            rows: Int = 4
        ) {
            (self.field, self.choices, self.label, self.hint, self.rows) = (field, choices, label, hint, rows)
        }
    }

    let title: String
    var caption: String?
    var lead: HTML = .empty
    let questions: [Question]
    let typed: Fields
    /// What the record says now, for a form that changes one: told where somebody else changed it meanwhile.
    let held: Fields?
    var problems: [Problem] = []
    /// Fields that nobody types: the ticket, what was read.
    var hidden: [(name: String, value: String)] = []
    /// More controls after the questions.
    var more: HTML = .empty
    let button: String
    let back: Link
    let request: Request

    public init(
        title: String, caption: String? = nil, lead: HTML = .empty, questions: [Question], typed: Fields,
        held: Fields? = nil, problems: [Problem] = [], hidden: [(name: String, value: String)] = [],
        more: HTML = .empty, button: String,
        back: Link, request: Request
    ) {
        (self.title, self.caption, self.lead, self.questions) = (title, caption, lead, questions)
        (self.typed, self.held, self.problems) = (typed, held, problems)
        (self.hidden, self.more) = (hidden, more)
        (self.button, self.back, self.request) = (button, back, request)
    }

    public var page: Page {
        let known = Set(questions.map(\.field.name)), first = questions.first?.field.name ?? ""
        // A rule may speak of something that is not asked here: its words still have to be read.
        let told = problems.map { problem in
            known.contains(problem.field) || problem.field.hasPrefix("s-")
                ? problem : Problem(first, problem.message)
        }
        let inputs = questions.map { input($0, told) }
        let hidden = hidden.map { GovUK.hidden($0.name, $0.value) }
        let carried = request.carried.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let action = carried.isEmpty ? request.path : "\(request.path)?\(carried)"
        let form = GovUK.form(
            action,
            """
            \(hidden)\(inputs)\(more)\
            \(GovUK.buttonGroup(GovUK.button(button), Link("Go back", request.link(back.href)).html))
            """)
        return Page(
            title: title, caption: caption, problems: told, backLink: back.here(request),
            body: "\(conflict)\(lead)\(form)")
    }

    /// What the other change says beside what was typed, field by field, so that neither is lost.
    private var conflict: HTML {
        guard let held, Request.isToldOfAChange(problems) else { return .empty }
        let rows = questions.compactMap { question -> Conflict.Row? in
            let (now, mine) = (words(of: question, in: held), words(of: question, in: typed))
            return now == mine
                ? nil : Conflict.Row(label: question.label ?? question.field.label, now: now, typed: mine)
        }
        return Conflict(rows: rows).html
    }

    private func words(of question: Question, in fields: Fields) -> String {
        var labels = Dictionary(question.choices.map { ($0.value, $0.label) }) { first, _ in first }
        switch question.field.type {
        case .choice(let choices), .choices(let choices):
            labels.merge(choices.map { ($0.value, $0.label) }) { first, _ in first }
        case .flag: return fields.flag(question.field.name) ? "Yes" : "No"
        case .day:
            if let day = try? fields.day(question.field.name, label: question.field.label) { return day.long }
        default: break
        }
        return fields.all(question.field.name).filter { !$0.isEmpty }.map { labels[$0] ?? $0 }
            .joined(separator: ", ")
    }

    private func input(_ question: Question, _ problems: [Problem]) -> HTML {
        let field = question.field, name = field.name
        let label = question.label ?? field.label, hint = question.hint ?? field.about
        switch field.type {
        case .text(let max):
            return GovUK.textInput(
                name, label: label, value: typed.first(name) ?? "", hint: hint, problems: problems,
                width: max <= 5 ? .five : nil)
        case .integer:
            return GovUK.textInput(
                name, label: label, value: typed.first(name) ?? "", hint: hint, problems: problems, width: .five,
                kind: .wholeNumber)
        case .prose:
            return GovUK.textarea(
                name, label: label, value: typed.first(name) ?? "", hint: hint, problems: problems, rows: question.rows)
        case .day:
            return GovUK.dateInput(name, legend: label, value: typed.typedDay(name), hint: hint, problems: problems)
        case .flag:
            return GovUK.checkboxes(
                name, legend: label, [GovUK.Choice("true", "Yes")], chosen: typed.flag(name) ? ["true"] : [],
                hint: hint,
                problems: problems)
        case .choice(let choices):
            let all = question.choices.isEmpty ? choices.map { GovUK.Choice($0.value, $0.label) } : question.choices
            return GovUK.radios(
                name, legend: label, all, chosen: typed.text(name), hint: hint, problems: problems, layout: .small)
        case .choices(let choices):
            return GovUK.checkboxes(
                name, legend: label, choices.map { GovUK.Choice($0.value, $0.label) }, chosen: Set(typed.all(name)),
                hint: hint, problems: problems, layout: .small)
        case .reference:
            return GovUK.select(
                name, label: label, question.choices, chosen: typed.text(name), blank: "Choose", hint: hint,
                problems: problems)
        case .references:
            return GovUK.checkboxes(
                name, legend: label, question.choices, chosen: Set(typed.all(name)), hint: hint, problems: problems,
                layout: .small)
        }
    }
}

extension Link {
    fileprivate func here(_ request: Request) -> Link { Link(text, request.link(href)) }
}

extension Kind {
    /// One of its fields, to be asked.
    public func question(
        _ name: String, _ choices: [GovUK.Choice] = [], label: String? = nil, hint: String? = nil, rows: Int = 4
    ) -> QuestionPage.Question {
        let field = fields.first { $0.name == name } ?? Records.Field(name, name, .text(max: 200), "")
        return QuestionPage.Question(field: field, choices: choices, label: label, hint: hint, rows: rows)
    }
}
