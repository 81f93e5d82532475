import Kernel

/// The country, its regions and its authorities, as published files call them: by GSS code, by older code, by number
/// with the Department for Education, and by name (rule NE-06).
struct AreaCatalogue: Sendable {
    let areas: [PlaceCode: StatisticalArea]
    private let byCode: [String: PlaceCode]
    private let byName: [String: PlaceCode]
    /// Every area of a name: a county may be called as the authority that followed it.
    private let allByName: [String: Set<PlaceCode>]

    /// - Parameter text: Lines of code, name, level, within, old code, and other names and codes; those are apart by
    /// `|`,
    ///   the rest by `;`.
    init(_ text: String) {
        var areas: [PlaceCode: StatisticalArea] = [:], byCode: [String: PlaceCode] = [:]
        var byName: [String: PlaceCode] = [:], allByName: [String: Set<PlaceCode>] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 6 else { continue }
            let code = PlaceCode(cells[0])
            areas[code] = StatisticalArea(
                code: code, name: cells[1], level: StatisticalArea.Level(rawValue: cells[2]) ?? .other,
                oldCode: cells[4].isEmpty ? nil : cells[4], within: cells[3].isEmpty ? nil : PlaceCode(cells[3]))
            byCode[cells[0]] = code
            if !cells[4].isEmpty { byCode[cells[4]] = code }
            let others = cells[5].split(separator: "|").map(String.init)
            for other in others where other.contains(where: \.isNumber) { byCode[other] = code }
            for name in [cells[1]] + others {
                byName[AreaCatalogue.folded(name)] = code
                allByName[AreaCatalogue.folded(name), default: []].insert(code)
            }
        }
        (self.areas, self.byCode, self.byName, self.allByName) = (areas, byCode, byName, allByName)
    }

    static let shipped = AreaCatalogue(String(decoding: PackageResources.areas_txt, as: UTF8.self))

    /// The area of a code, however it is written: `E08000035`, `383`, `383.0`.
    func area(ofCode text: String) -> PlaceCode? {
        byCode[text] ?? (text.hasSuffix(".0") ? byCode[String(text.dropLast(2))] : nil)
    }

    /// The area of a name, whatever its capitals, commas and spaces.
    func area(named text: String) -> PlaceCode? { byName[AreaCatalogue.folded(text)] }

    /// Whether a name is certainly that of other places only.
    func isOf(another text: String, than code: PlaceCode) -> Bool {
        allByName[AreaCatalogue.folded(text)].map { !$0.contains(code) } ?? false
    }

    static func folded(_ name: String) -> String {
        var folded = ""
        for byte in name.lowercased().utf8 where byte != UInt8(ascii: ",") && byte != UInt8(ascii: ".") {
            if byte == UInt8(ascii: " "), folded.isEmpty || folded.hasSuffix(" ") { continue }
            folded.unicodeScalars.append(Unicode.Scalar(byte))
        }
        while folded.hasSuffix(" ") { folded.removeLast() }
        return folded.replacing(" & ", with: " and ")
    }
}
