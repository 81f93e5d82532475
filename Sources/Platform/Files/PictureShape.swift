/// Whether a picture is one from its first byte to its last.
struct PictureShape {
    static let pngMark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// As many parts as a picture may have before it is looked at no further.
    private static let partsMax = 100_000

    /// As many points as a picture may have: one of few bytes may unpack to more than a machine has memory.
    static let pointsMax = 100_000_000

    let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    /// Walks the chunks (PNG 5.3): the first is IHDR, the last is IEND, and nothing comes after.
    func mustBePNG() throws {
        var at = PictureShape.pngMark.count
        for part in 0..<PictureShape.partsMax {
            let head = try source.bytes(at: at, length: 8)
            guard head.count == 8 else { throw NotTaken("is a PNG picture that was cut short") }
            let length = head[0..<4].reduce(0) { $0 << 8 | Int($1) }, name = Array(head[4..<8])
            guard length < 1 << 31, part > 0 || name == Array("IHDR".utf8) else {
                throw NotTaken("begins as a PNG picture does, and is none")
            }
            if part == 0 {
                let size = try source.bytes(at: at + 8, length: 8)
                guard size.count == 8 else { throw NotTaken("is a PNG picture that was cut short") }
                try mustNotBeTooLarge(
                    size[0..<4].reduce(0) { $0 << 8 | Int($1) }, size[4..<8].reduce(0) { $0 << 8 | Int($1) })
            }
            at += 12 + length
            if name == Array("IEND".utf8) {
                guard at <= source.count else { throw NotTaken("is a PNG picture that was cut short") }
                guard at == source.count else { throw NotTaken("is a PNG picture with something after its end") }
                return
            }
        }
        throw NotTaken("is a PNG picture in too many parts")
    }

    /// Walks the segments (ITU T.81 B.1) to the first that holds the picture itself. Cameras write more after the end.
    func mustBeJPEG() throws {
        var at = 2
        for _ in 0..<PictureShape.partsMax {
            let head = try source.bytes(at: at, length: 4)
            guard head.count == 4, head[0] == 0xFF else { break }
            if head[1] == 0xFF { at += 1; continue }
            if head[1] == 0xDA { return }
            let length = Int(head[2]) << 8 | Int(head[3])
            guard length >= 2, head[1] >= 0xC0 else { break }
            if (0xC0...0xCF).contains(head[1]), ![0xC4, 0xC8, 0xCC].contains(head[1]) {
                let size = try source.bytes(at: at + 5, length: 4).map { Int($0) }
                guard size.count == 4 else { break }
                try mustNotBeTooLarge(size[2] << 8 | size[3], size[0] << 8 | size[1])
            }
            at += 2 + length
        }
        throw NotTaken("begins as a JPEG picture does, and is none")
    }

    private func mustNotBeTooLarge(_ width: Int, _ height: Int) throws {
        let (points, isOver) = width.multipliedReportingOverflow(by: height)
        guard !isOver, points <= Self.pointsMax else {
            throw NotTaken(
                "is a picture of \(width) by \(height) points: at most \(Self.pointsMax / 1_000_000) million are taken")
        }
    }
}
