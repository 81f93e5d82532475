extension GovUK {
    /// One line of a summary list: what is asked, the answer, and what may be done about it.
    public struct SummaryRow: Sendable {
        let key: String
        let value: HTML
        let actions: [Link]

        /// - Parameter actions: each should carry `about`, so that "Change" says what it changes.
        public init(_ key: String, _ value: HTML, actions: [Link] = []) {
            self.key = key
            self.value = value
            self.actions = actions
        }
    }

    /// Facts about one thing, a line each.
    public static func summaryList(_ rows: [SummaryRow]) -> HTML {
        let hasActions = rows.contains { !$0.actions.isEmpty }
        let lines: [HTML] = rows.map { row in
            let bare: HTML = .when(hasActions && row.actions.isEmpty, " govuk-summary-list__row--no-actions")
            return """
                <div class="govuk-summary-list__row\(bare)">
                <dt class="govuk-summary-list__key">\(row.key)</dt>
                <dd class="govuk-summary-list__value">\(row.value)</dd>
                \(actions(row.actions))</div>

                """
        }
        return "<dl class=\"govuk-summary-list\">\n\(lines)</dl>\n"
    }

    private static func actions(_ links: [Link]) -> HTML {
        switch links.count {
        case 0: return .empty
        case 1: return "<dd class=\"govuk-summary-list__actions\">\(links[0].html)</dd>\n"
        default:
            let items: [HTML] = links.map { "<li class=\"govuk-summary-list__actions-list-item\">\($0.html)</li>\n" }
            return """
                <dd class="govuk-summary-list__actions">
                <ul class="govuk-summary-list__actions-list">
                \(items)</ul>
                </dd>

                """
        }
    }
}
