extension GovUK {
    /// One part of a page that is in parts.
    public struct Section: Sendable {
        let id: String
        let title: String
        let content: HTML

        public init(_ id: String, _ title: String, _ content: HTML) {
            self.id = id
            self.title = title
            self.content = content
        }
    }

    /// Parts of a page with a list of contents, as the tabs component looks where there is no script:
    /// each part follows the one before, so nothing is hidden from a reader, a printer or a search.
    public static func tabs(_ sections: [Section], title: String = "Contents") -> HTML {
        let items: [HTML] = sections.map { section in
            """
            <li class="govuk-tabs__list-item"><a class="govuk-tabs__tab" href="#\(section.id)">\(section.title)</a></li>

            """
        }
        let panels: [HTML] = sections.map { section in
            "<section class=\"govuk-tabs__panel\" id=\"\(section.id)\">\n\(section.content)</section>\n"
        }
        return """
            <div class="govuk-tabs">
            <h2 class="govuk-tabs__title">\(title)</h2>
            <ul class="govuk-tabs__list">
            \(items)</ul>
            \(panels)</div>

            """
    }
}
