import Kernel
import Records
import Web

/// The page from which the PDF is made: with a contents list that knows its pages, and for each paper as many empty
/// pages as it has, under which it is then laid, so that every page has its number.
struct PackDocumentPage {
    /// What became of a paper.
    enum Place: Sendable {
        case pages(Int)
        case picture(String)
        /// Why it is not in the pack.
        case apart(String)
    }

    let contents: PackContents
    let audience: Pack.Audience
    /// By the paper's identifier.
    let places: [String: Place]
    let council: String

    /// Bookmarks of the first level, in order: the paper whose pages begin there; nil for an item.
    var bookmarks: [String?] {
        contents.items.flatMap { entry in
            [String?.none] + entry.sheets.filter { isLaidIn($0) }.map { Optional($0.paper.id) }
        }
    }

    private func isLaidIn(_ sheet: PackContents.Sheet) -> Bool {
        if case .pages = places[sheet.paper.id] { true } else { false }
    }

    var text: String {
        let view = contents.view
        let title = "\(view.body.name), \(view.meeting.when)"
        let who = audience == .everybody ? "For the public" : "For those at the table: not all of it is open"
        let body = PackBodyPage(contents: contents, paper: sheet)
        let markup: HTML = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>\(title)</title>
            <meta name="author" content="\(council)">
            <style>\(Self.style)</style></head><body>
            <h1>\(title)</h1>
            <p>\(council). \(who).</p>
            <p>\(view.meeting.record.text("place") ?? "")</p>
            <nav><h2 class="contents">Contents</h2>\(body.list)</nav>
            \(body.body)</body></html>
            """
        return markup.string
    }

    private func sheet(_ sheet: PackContents.Sheet) -> HTML {
        let id = sheet.paper.id, title = sheet.paper.paper.title
        switch places[id] ?? .apart("It could not be read") {
        case .pages(let count):
            let first: HTML = "<h3 class=\"page mark\" id=\"paper-\(id)\"><span class=\"unseen\">\(title)</span></h3>\n"
            let rest: [HTML] = (1..<max(1, count)).map { _ in "<div class=\"page\">&#160;</div>\n" }
            return "\(first)\(rest)"
        case .picture(let file):
            return """
                <h3 id="paper-\(id)">\(title)</h3>
                <p><img src="\(file)" alt="\(title)"></p>

                """
        case .apart(let why):
            return "<h3 id=\"paper-\(id)\">\(title)</h3>\n<p>\(why): read it by itself.</p>\n"
        }
    }

    /// A4 with the page's number at its foot, over whatever is laid under it.
    private static let style: HTML = """
        @page { size: A4; margin: 20mm 20mm 18mm; @bottom-right { \
        content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif; background: #fff; } }
        body { font: 11pt/1.45 sans-serif; } h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 12pt }
        h1, h2, h3 { bookmark-level: none; break-after: avoid } h2[id], .mark { bookmark-level: 1 }
        section { break-before: page } .page { break-before: page; break-after: page; height: 1px; margin: 0 }
        .unseen { font-size: 1px; color: #fff } img { max-width: 100%; max-height: 230mm }
        ul { list-style: none; padding-left: 4mm } nav a { color: #000; text-decoration: none }
        nav a::after { content: leader(".") target-counter(attr(href), page) }
        """
}
