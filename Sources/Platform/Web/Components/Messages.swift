extension GovUK {
    /// Words set off from the rest.
    public static func insetText(_ content: HTML) -> HTML { "<div class=\"govuk-inset-text\">\(content)</div>\n" }

    /// Words with a consequence.
    public static func warningText(_ content: HTML) -> HTML {
        """
        <div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span> \(content)</strong>
        </div>

        """
    }

    /// What a banner brings: news, or that something was done.
    public enum BannerKind: Sendable { case important, success }

    /// News above the page's own matter.
    public static func notificationBanner(_ content: HTML, kind: BannerKind = .important) -> HTML {
        let succeeded = kind == .success
        return """
            <div class="govuk-notification-banner\(HTML.when(succeeded, " govuk-notification-banner--success"))"\
             role="\(succeeded ? "alert" : "region")" aria-labelledby="notification-banner-title">
            <div class="govuk-notification-banner__header">
            <h2 class="govuk-notification-banner__title" id="notification-banner-title">\
            \(succeeded ? "Success" : "Important")</h2>
            </div>
            <div class="govuk-notification-banner__content">
            <div class="govuk-notification-banner__heading">\(content)</div>
            </div>
            </div>

            """
    }
}
