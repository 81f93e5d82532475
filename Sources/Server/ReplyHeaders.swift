internal import HTTPTypes

/// What every reply says to the browser about what it may do with it.
enum ReplyHeaders {
    /// Only our own script is run, nothing comes from elsewhere, nothing frames us; forms go nowhere else.
    static let contentSecurityPolicy =
        """
        default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; \
        font-src 'self'; form-action 'self'; 
        """
        + "frame-ancestors 'none'; base-uri 'none'"

    /// Copied for each reply: cheaper than adding them one by one.
    static let secure: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        fields[named("Referrer-Policy")] = "same-origin"
        fields[named("Permissions-Policy")] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        fields[named("Cross-Origin-Opener-Policy")] = "same-origin"
        fields[named("Cross-Origin-Resource-Policy")] = "same-origin"
        return fields
    }()

    static let requestID = named("X-Request-ID")
    static let fetchSite = named("Sec-Fetch-Site")

    /// For names that are written out here and cannot be wrong.
    private static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not the name of a header") }
        return name
    }
}
