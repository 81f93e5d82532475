public import Kernel

extension GovUK {
    /// Everything wrong with what was sent, each linked to its field. Nothing when nothing is.
    public static func errorSummary(_ problems: [Problem]) -> HTML {
        if problems.isEmpty { return .empty }
        let items: [HTML] = problems.map { problem in
            problem.field.isEmpty
                ? "<li>\(problem.message)</li>\n"
                : "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>\n"
        }
        return """
            <div class="govuk-error-summary" tabindex="-1">
            <div role="alert">
            <h2 class="govuk-error-summary__title">There is a problem</h2>
            <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
            \(items)</ul>
            </div>
            </div>
            </div>

            """
    }
}
