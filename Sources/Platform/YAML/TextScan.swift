/// Looks over the bytes before any parser does: are they text, in UTF-8, with nothing in them that hides the rest?
enum TextScan {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Throws: the line and column of the first byte that is not text.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLRefusal) {
        if bytes.count >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
            throw YAMLRefusal(1, 1, "The file is not in UTF-8 but in UTF-16", "Save it as UTF-8")
        }
        var at = 0, line = 1, column = 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                switch byte {
                case 0x0A: (line, column) = (line + 1, 0)
                case 0x09, 0x0D, 0x20...0x7E: break
                default:
                    throw YAMLRefusal(
                        line, column, "There is a control character (\(byte)) in the text", "Take it away")
                }
                at += 1
            } else {
                let length = lengthOfCharacter(at: at, in: bytes)
                guard length > 0 else {
                    throw YAMLRefusal(line, column, "These bytes are not UTF-8", "Save the file as UTF-8")
                }
                at += length
            }
            column += 1
        }
    }

    /// Bytes of the well-formed character that starts here; 0 when there is none (Unicode, table 3-7).
    private static func lengthOfCharacter(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            start + offset < bytes.count && range.contains(bytes[start + offset])
        }
        switch bytes[start] {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
