import Foundation

@testable import Files

/// Small files of each type, made here byte by byte.
enum Samples {
    static let pdf = Array("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9]
    static let png: [UInt8] =
        PictureShape.pngMark + chunk("IHDR", big32(1) + big32(1) + [8, 2, 0, 0, 0]) + chunk("IDAT", [1, 2, 3])
        + chunk("IEND", [])
    static let docx = zip(["[Content_Types].xml", "word/document.xml"])
    static let xlsx = zip(["[Content_Types].xml", "xl/workbook.xml"])
    static let pptx = zip(["[Content_Types].xml", "ppt/presentation.xml"])

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        big32(data.count) + Array(name.utf8) + data + [0, 0, 0, 0]
    }

    /// A container of stored files, each holding its own name. `change` may lie about any of them in the list.
    static func zip(
        _ names: [String], comment: [UInt8] = [], flags: Int = 0, claiming size: Int? = nil, sharing: Bool = false,
        gap: Int = 0, calling local: String? = nil, packed: [String: (method: Int, bytes: [UInt8], size: Int)] = [:]
    ) -> [UInt8] {
        var bytes: [UInt8] = [], list: [UInt8] = []
        for name in names {
            let text = Array(name.utf8), offset = sharing ? 0 : bytes.count
            let rest = little16(name.utf8.count) + little16(0)
            let (method, content, full) = packed[name] ?? (0, text, text.count)
            let sizes = little32(0) + little32(content.count) + little32(size ?? full)
            bytes +=
                [0x50, 0x4B, 3, 4] + little16(20) + little16(flags) + little16(method) + little32(0) + sizes + rest
            bytes += (local.map { Array($0.utf8) } ?? text) + content + [UInt8](repeating: 0, count: gap)
            list += [0x50, 0x4B, 1, 2] + little16(20) + little16(20) + little16(flags) + little16(method) + little32(0)
            list += sizes + rest + little16(0) + little16(0) + little16(0) + little32(0) + little32(offset) + text
        }
        let end = little16(0) + little16(0) + little16(names.count) + little16(names.count) + little32(list.count)
        return bytes + list + [0x50, 0x4B, 5, 6] + end + little32(bytes.count) + little16(comment.count) + comment
    }

    private static func little16(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private static func little32(_ number: Int) -> [UInt8] { little16(number & 0xFFFF) + little16(number >> 16) }
    private static func big32(_ number: Int) -> [UInt8] { little32(number).reversed() }
}
