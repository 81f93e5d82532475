extension GovUK {
    /// Where this page stands, from the home page down; nothing when it stands nowhere.
    public static func breadcrumbs(_ links: [Link]) -> HTML {
        if links.isEmpty { return .empty }
        let items: [HTML] = links.map { link in
            """
            <li class="govuk-breadcrumbs__list-item">\
            <a class="govuk-breadcrumbs__link" href="\(link.href)">\(link.text)</a></li>

            """
        }
        return """
            <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
            <ol class="govuk-breadcrumbs__list">
            \(items)</ol>
            </nav>

            """
    }

    /// The way back to the question before.
    public static func backLink(_ href: String, text: String = "Back") -> HTML {
        "<a href=\"\(href)\" class=\"govuk-back-link\">\(text)</a>\n"
    }
}
