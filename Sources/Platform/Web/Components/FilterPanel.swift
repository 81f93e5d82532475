extension GovUK {
    /// What narrows a list, beside or above it: a form that only asks.
    ///
    /// - Parameters:
    ///   - keeping: what the address already carries and must go on carrying, such as `on`.
    ///   - clear: the path of the list unfiltered.
    public static func filterPanel(
        _ action: String, title: String = "Filter", keeping: [(name: String, value: String)] = [], clear: String? = nil,
        _ fields: HTML
    ) -> HTML {
        let kept: [HTML] = keeping.map { hidden($0.name, $0.value) }
        let clear: HTML? = clear.map { "<a class=\"govuk-link\" href=\"\($0)\">Clear filters</a>\n" }
        return """
            <form class="tc-filter" action="\(action)" method="get" novalidate>
            <h2 class="govuk-heading-s">\(title)</h2>
            \(kept)\(fields)\
            <div class="govuk-button-group">
            \(button("Apply filters", kind: .secondary))\(clear)</div>
            </form>

            """
    }
}
