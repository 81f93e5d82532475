import Foundation
import Kernel

@testable import Places

/// The files about Leeds that the product ships, read as a test needs them.
enum LeedsFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../examples/leeds/data"
    ).standardizedFileURL

    static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

    /// The 33 wards of 2004 to 2018: here each is identified by its code.
    static func wards() throws -> [String: String] {
        let rows = String(decoding: try bytes("lookup_lsoa11_ward17_leeds.csv"), as: UTF8.self).split(separator: "\n")
            .dropFirst()
        return Dictionary(
            rows.map { ($0.split(separator: ",")[1], $0.split(separator: ",")[1]) }.map { (String($0), String($1)) }
        ) { $1 }
    }

    static func smallAreas() throws -> SmallAreaTable {
        try SmallAreaTable(
            reading: bytes("lookup_lsoa11_ward17_leeds.csv"), file: "lookup.csv",
            columns: ("lsoa11_code", "ward17_code"),
            period: Period(from: Day(2004, 6, 10), until: Day(2018, 5, 3)), wards: wards())
    }

    static let extractDay = Day(2023, 7, 3)!

    static func register() throws -> EstablishmentRegister {
        try EstablishmentRegister(
            reading: bytes("gias_schools_leeds_reduced.csv"), file: "gias.csv", asAt: extractDay,
            wards: smallAreas().wards)
    }
}
