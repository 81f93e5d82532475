extension GovUK {
    /// A form that changes something. The layout puts the token against forged requests into it.
    public static func form(_ action: String, upload: Bool = false, _ content: HTML) -> HTML {
        let encoding: HTML = .when(upload, " enctype=\"multipart/form-data\"")
        return "<form action=\"\(action)\" method=\"post\"\(encoding) novalidate>\n\(content)</form>\n"
    }

    /// A form that only asks: its answers go in the address.
    public static func query(_ action: String, _ content: HTML) -> HTML {
        "<form action=\"\(action)\" method=\"get\" novalidate>\n\(content)</form>\n"
    }

    /// Something sent with a form that nobody types.
    public static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
    }
}
