extension Page {
    /// The page in its layout, as it will go over the wire.
    public func render(in layout: Layout) -> [UInt8] {
        let width: HTML = .when(wide, " tc-width-wide")
        let top = head(layout) + layout.header(width) + above(layout, width)
        let bottom = layout.bottom(width)
        var page: [UInt8] = []
        page.reserveCapacity(top.bytes.count + body.bytes.count + bottom.bytes.count + 512)
        page += top.bytes
        FormToken.append(body.bytes, token: layout.token, to: &page)
        page += bottom.bytes
        return page
    }

    private func head(_ layout: Layout) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en" class="govuk-template">
        <head>
        <meta charset="utf-8">
        <title>\(HTML.when(!problems.isEmpty, "Error: "))\
        \(title) – \(layout.serviceName) – \(layout.councilName)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="theme-color" content="#0b0c0c">
        <meta name="robots" content="noindex">
        \(goingOn)\
        <link rel="icon" href="\(layout.assets.icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(layout.assets.frontend)">
        <link rel="stylesheet" href="\(layout.assets.own)">
        \(HTML.when(hasForm, "<script src=\"\(layout.assets.script)\" defer></script>\n"))\
        </head>
        <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">Skip to main content</a>

        """
    }

    private var goingOn: HTML? {
        goesOnTo.map { "<meta http-equiv=\"refresh\" content=\"0; url=\($0)\">\n" }
    }

    private func above(_ layout: Layout, _ width: HTML) -> HTML {
        let strip: HTML? = layout.asOn.map { AsOnStrip(asOn: $0.adding(notices: asOnNotices), width: width).html }
        let caption: HTML? = caption.map { "<span class=\"govuk-caption-l\">\($0)</span>\n" }
        // Every part of a page belongs to a landmark, so that a screen reader's user can go from one to the next.
        let back: HTML? = backLink.map { "<nav aria-label=\"Back\">\(GovUK.backLink($0.href, text: $0.text))</nav>\n" }
        return """
            \(strip)<div class="govuk-width-container\(width)">
            \(GovUK.breadcrumbs(breadcrumbs))\(back)\
            <main class="govuk-main-wrapper" id="main-content">
            \(GovUK.errorSummary(problems))\(banner)\(caption)<h1 class="govuk-heading-l">\(title)</h1>

            """
    }
}

extension Layout {
    /// - Parameter width: what makes the page's containers as wide as its own matter.
    fileprivate func header(_ width: HTML) -> HTML {
        """
        <header class="govuk-header tc-header">
        <div class="govuk-header__container govuk-width-container tc-header__inner\(width)">
        <p class="tc-header__council">\(councilName)</p>
        \(accountLink)\
        <form class="tc-search" action="/search" method="get" role="search" novalidate>
        \(HTML.joined(asOn?.carried ?? []))\
        <label class="govuk-visually-hidden" for="search">Search for a body, post, organisation or place</label>
        <input class="govuk-input tc-search__input" id="search" name="q" type="search" value="\(searched)"\
         placeholder="Body, post, organisation or place">
        <button type="submit" class="tc-search__button">Search</button>
        </form>
        </div>
        </header>
        \(serviceNavigation(width))
        """
    }

    private var accountLink: HTML? {
        account.map {
            "<p class=\"tc-header__account\"><a class=\"tc-header__link\" href=\"\($0.href)\">\($0.text)</a></p>\n"
        }
    }

    private func serviceNavigation(_ width: HTML) -> HTML {
        let items: [HTML] = navigation.map { link in
            let active: HTML = .when(link.current, " govuk-service-navigation__item--active")
            let words: HTML =
                link.current
                ? "<strong class=\"govuk-service-navigation__active-fallback\">\(link.text)</strong>"
                : HTML(text: link.text)
            return """
                <li class="govuk-service-navigation__item\(active)">\
                <a class="govuk-service-navigation__link" href="\(link.href)"\
                \(HTML.when(link.current, " aria-current=\"true\""))>\(words)</a></li>

                """
        }
        return """
            <section aria-label="Service information" class="govuk-service-navigation">
            <div class="govuk-width-container\(width)">
            <div class="govuk-service-navigation__container">
            <span class="govuk-service-navigation__service-name">\
            <a href="\(home)" class="govuk-service-navigation__link">\(serviceName)</a></span>
            <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
            <ul class="govuk-service-navigation__list">
            \(items)</ul>
            </nav>
            </div>
            </div>
            </section>

            """
    }

    fileprivate func bottom(_ width: HTML) -> HTML {
        let links: [HTML] = footer.map { link in
            """
            <li class="govuk-footer__inline-list-item">\
            <a class="govuk-footer__link" href="\(link.href)">\(link.text)</a></li>

            """
        }
        let list: HTML = .when(
            !links.isEmpty,
            """
            <h2 class="govuk-visually-hidden">Support links</h2>
            <ul class="govuk-footer__inline-list">
            \(links)</ul>

            """
        )
        let why: HTML? = why.map { "<p class=\"govuk-body-s tc-why\">\($0)</p>\n" }
        return """
            </main>
            </div>
            <footer class="govuk-footer tc-footer">
            <div class="govuk-width-container\(width)">
            <div class="govuk-footer__meta">
            <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            \(why)\(list)<div class="govuk-footer__meta-custom">\(serviceName), a service of \(councilName)</div>
            </div>
            </div>
            </div>
            </footer>
            </body>
            </html>

            """
    }
}

extension AsOn {
    func adding(notices more: [String]) -> AsOn {
        more.isEmpty
            ? self
            : AsOn(day: day, today: today, path: path, keeping: keeping, scenario: scenario, notices: notices + more)
    }

    /// What a search must carry so that it is answered as of the same day.
    var carried: [HTML] {
        keeping.filter { $0.name == "scenario" }.map { GovUK.hidden($0.name, $0.value) } + [dayField]
    }

    private var dayField: HTML { day == today ? .empty : "<input type=\"hidden\" name=\"on\" value=\"\(iso: day)\">\n" }
}
