extension GovUK {
    /// Words shown when asked for.
    public static func details(_ summary: String, open: Bool = false, _ content: HTML) -> HTML {
        """
        <details class="govuk-details"\(HTML.when(open, " open"))>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">\(summary)</span></summary>
        <div class="govuk-details__text">
        \(content)
        </div>
        </details>

        """
    }
}
