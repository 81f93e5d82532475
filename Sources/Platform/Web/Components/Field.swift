internal import Kernel

/// What every form field has: a name, perhaps a hint, perhaps a problem, and the wiring between them.
struct Field {
    let name: String
    let hint: String?
    let problem: Problem?

    init(_ name: String, hint: String?, problems: [Problem]) {
        self.name = name
        self.hint = hint
        problem = problems.first { $0.field == name }
    }

    /// ` aria-describedby="…"` naming the hint and the error, or nothing when there are neither.
    var describedBy: HTML {
        switch (hint, problem) {
        case (nil, nil): .empty
        case (_?, nil): " aria-describedby=\"\(name)-hint\""
        case (nil, _?): " aria-describedby=\"\(name)-error\""
        case (_?, _?): " aria-describedby=\"\(name)-hint \(name)-error\""
        }
    }

    /// The hint and the error message, in the order in which a screen reader is to read them.
    var messages: HTML {
        let hint: HTML? = hint.map { "<div id=\"\(name)-hint\" class=\"govuk-hint\">\($0)</div>\n" }
        let error: HTML? = problem.map { problem in
            """
            <p id="\(name)-error" class="govuk-error-message">\
            <span class="govuk-visually-hidden">Error:</span> \(problem.message)</p>

            """
        }
        return "\(hint)\(error)"
    }

    /// The class that marks a control whose answer will not do.
    func errorClass(_ component: HTML) -> HTML { .when(problem != nil, " \(component)--error") }

    func label(_ text: String) -> HTML { "<label class=\"govuk-label\" for=\"\(name)\">\(text)</label>\n" }

    /// The field in its form group.
    func group(_ content: HTML) -> HTML {
        "<div class=\"govuk-form-group\(errorClass("govuk-form-group"))\">\n\(content)\n</div>\n"
    }

    /// Several controls that answer one question, in their fieldset.
    func fieldset(_ legend: String, role: HTML = .empty, _ content: HTML) -> HTML {
        group(
            """
            <fieldset class="govuk-fieldset"\(role)\(describedBy)>
            <legend class="govuk-fieldset__legend">\(legend)</legend>
            \(messages)\(content)
            </fieldset>
            """)
    }
}

extension GovUK {
    /// One answer that can be picked.
    public struct Choice: Sendable, Equatable {
        public let value: String
        public let label: String
        public let hint: String?

        public init(_ value: String, _ label: String, hint: String? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }
}
