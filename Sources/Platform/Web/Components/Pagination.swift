extension GovUK {
    /// The way between the pages of a long list; nothing when there is one page.
    ///
    /// - Parameter href: the path of a page, counted from 1.
    public static func pagination(page: Int, of pages: Int, href: (Int) -> String) -> HTML {
        guard pages > 1 else { return .empty }
        let previous: HTML = .when(page > 1, step("prev", "Previous", href(page - 1)))
        let next: HTML = .when(page < pages, step("next", "Next", href(page + 1)))
        var items = HTML(), last = 0
        for number in shown(page: page, of: pages) {
            if number > last + 1 {
                items += "<li class=\"govuk-pagination__item govuk-pagination__item--ellipses\">&ctdot;</li>\n"
            }
            let isHere = number == page
            items += """
                <li class="govuk-pagination__item\(HTML.when(isHere, " govuk-pagination__item--current"))">
                <a class="govuk-link govuk-pagination__link" href="\(href(number))" aria-label="Page \(number)"\
                \(HTML.when(isHere, " aria-current=\"page\""))>\(number)</a>
                </li>

                """
            last = number
        }
        return """
            <nav class="govuk-pagination" aria-label="Pagination">
            \(previous)<ul class="govuk-pagination__list">
            \(items)</ul>
            \(next)</nav>

            """
    }

    /// The first page, the last, this one and its neighbours.
    private static func shown(page: Int, of pages: Int) -> [Int] {
        Set([1, page - 1, page, page + 1, pages]).filter { (1...pages).contains($0) }.sorted()
    }

    private static func step(_ direction: HTML, _ word: HTML, _ href: String) -> HTML {
        let words: HTML = """
            <span class="govuk-pagination__link-title">\(word)<span class="govuk-visually-hidden"> page</span></span>
            """
        // Each arrow stands on the side to which it points.
        let inside = direction == "prev" ? arrow(direction) + words : words + arrow(direction)
        return """
            <div class="govuk-pagination__\(direction)">
            <a class="govuk-link govuk-pagination__link" href="\(href)" rel="\(direction)">\(inside)</a>
            </div>

            """
    }

    private static func arrow(_ direction: HTML) -> HTML {
        let path: HTML = direction == "prev" ? arrowLeft : arrowRight
        return """
            <svg class="govuk-pagination__icon govuk-pagination__icon--\(direction)" height="13" width="15"\
             xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false" viewBox="0 0 15 13">\
            <path d="\(path)"></path></svg>
            """
    }

    private static let arrowLeft: HTML = """
        m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293\
        -1.414-1.414z
        """

    private static let arrowRight: HTML = """
        m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062\
        -6.7246-6.7266z
        """
}
