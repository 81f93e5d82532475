/// A picture drawn on the server: shapes in a frame, with a title and a description for those who cannot see it.
///
/// Every picture stands beside a table that says the same. Colours come from classes in the style sheet, with
/// presentation attributes where a picture may be taken away by itself; there is no `style`, which the content
/// security policy forbids.
public struct SVG: Sendable, Equatable {
    /// In the picture's own units, which are pixels at full size.
    public let width: Double
    public let height: Double
    let title: String
    let description: String
    let id: String
    public var content: HTML

    /// - Parameter id: unique on the page; names the title and the description.
    public init(id: String, width: Double, height: Double, title: String, description: String, _ content: HTML = .empty)
    {
        self.id = id
        self.width = width
        self.height = height
        self.title = title
        self.description = description
        self.content = content
    }

    /// The picture within a page.
    public var html: HTML {
        """
        <div class="tc-picture tc-scroll" role="region" aria-label="\(title), drawn" tabindex="0">
        \(element)</div>

        """
    }

    /// The picture as a file of its own.
    public var file: [UInt8] { element.bytes }

    private var element: HTML {
        // A picture with links in it is a group, not an image: an image's parts cannot be reached.
        let role: HTML = content.holdsLink ? "group" : "img"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="tc-svg" role="\(role)"\
             width="\(length: width)" height="\(length: height)"\
             viewBox="0 0 \(length: width) \(length: height)" aria-labelledby="\(id)-title \(id)-desc">
            <title id="\(id)-title">\(title)</title>
            <desc id="\(id)-desc">\(description)</desc>
            \(content)</svg>

            """
    }
}

extension HTML {
    fileprivate var holdsLink: Bool {
        let mark = Array("<a href=".utf8)
        return bytes.indices.dropLast(mark.count).contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }
}
