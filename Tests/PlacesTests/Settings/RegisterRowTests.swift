import Cast
import Kernel
import Records
import Tables
import Testing

@testable import Places

/// A sound row, with some of its cells changed.
private func register(_ changes: [String: String]...) throws -> EstablishmentRegister {
    let sound = [
        "URN": "100001", "EstablishmentName": "Park School", "TypeOfEstablishment (name)": "Community school",
        "EstablishmentStatus (name)": "Open", "OpenDate": "01-09-1990", "CloseDate": "",
        "PhaseOfEducation (name)": "Primary",
        "StatutoryLowAge": "3", "StatutoryHighAge": "11", "LastChangedDate": "01-06-2023", "Postcode": "LS1 1AA",
        "LSOA (code)": "E01000001",
    ]
    let rows = changes.map { change in
        RegisterRow.columns.map { "\"\(change[$0] ?? sound[$0] ?? "")\"" }.joined(separator: ",")
    }
    let text = ([RegisterRow.columns.joined(separator: ",")] + rows).joined(separator: "\n")
    return try EstablishmentRegister(
        reading: Array(text.utf8), file: "r.csv", asAt: LeedsFiles.extractDay, wards: ["E01000001": "park-ward"])
}

@Suite("One row of the register")
struct RegisterRowTests {
    private static let status = "EstablishmentStatus (name)"

    @Test(
        "a row that contradicts itself, or cannot be read, is left out and told",
        arguments: [
            (["URN": ""], "r.csv:2: URN: A value is needed here"),
            (["URN": "10a"], "r.csv:2: URN: A reference number is made of digits"),
            (["EstablishmentName": ""], "r.csv:2: EstablishmentName: A value is needed here"),
            (["OpenDate": "1990-09-01"], "r.csv:2: OpenDate: “1990-09-01” is not a day such as 31-12-2009"),
            (["OpenDate": "31-02-1990"], "r.csv:2: OpenDate: “31-02-1990” is not a day such as 31-12-2009"),
            ([status: ""], "r.csv:2: EstablishmentStatus (name): A value is needed here"),
            (
                [status: "Proposed to open"],
                "r.csv:2: EstablishmentStatus (name): “Proposed to open” is neither Open nor Closed"
            ),
            (
                ["CloseDate": "31-08-2009"],
                "r.csv:2: EstablishmentStatus (name): It is said to be open, and to have closed on 2009-08-31"
            ),
            (
                [status: "Closed", "CloseDate": "31-08-1989"],
                "r.csv:2: CloseDate: It closes on 1989-08-31, before it opens on 1990-09-01"
            ),
            (["StatutoryLowAge": "three"], "r.csv:2: StatutoryLowAge: “three” is not a whole number"),
            (["StatutoryLowAge": "12"], "r.csv:2: StatutoryHighAge: 11 is below the lowest age, 12"),
            (["StatutoryHighAge": "100"], "r.csv:2: StatutoryHighAge: 100 is not between 0 and 99"),
        ])
    func refused(change: [String: String], words: String) throws {
        let register = try register(change, ["URN": "100002"])
        #expect(register.problems.map(\.description) == [words])
        #expect(register.settings.map(\.id) == ["urn-100002"])
    }

    @Test func theSameNumberTwiceIsTold() throws {
        let register = try register([:], ["EstablishmentName": "Other"])
        #expect(register.problems.map(\.description) == ["r.csv:3: URN: 100001 is on line 2 already"])
        #expect(register.settings.count == 1)
    }

    @Test(
        "dates",
        arguments: [
            ([:], Period(trusting: Day(1990, 9, 1), until: nil, attested: nil)),
            (["OpenDate": ""], Period(trusting: nil, until: nil, attested: LeedsFiles.extractDay)),
            (
                [status: "Closed", "CloseDate": "31-08-2009"],
                Period(trusting: Day(1990, 9, 1), until: Day(2009, 9, 1), attested: nil)
            ),
            ([status: "Closed"], Period(trusting: Day(1990, 9, 1), until: Day(2023, 6, 1), attested: nil)),
            (
                [status: "Closed", "LastChangedDate": ""],
                Period(trusting: Day(1990, 9, 1), until: LeedsFiles.extractDay, attested: nil)
            ),
            (
                [status: "Open, but proposed to close", "CloseDate": "31-08-2023"],
                Period(trusting: Day(1990, 9, 1), until: Day(2023, 9, 1), attested: nil)
            ),
            (
                [status: "Open, but proposed to close", "CloseDate": "31-08-2023", "OpenDate": ""],
                Period(trusting: nil, until: Day(2023, 9, 1), attested: LeedsFiles.extractDay)
            ),
            (
                [status: "Closed", "CloseDate": "01-09-1990"],
                Period(trusting: Day(1990, 9, 1), until: Day(1990, 9, 2), attested: nil)
            ),
        ] as [([String: String], Period)])
    func periods(change: [String: String], period: Period) throws {
        #expect(try #require(register(change).settings.first).period == period)
    }

    @Test(
        "a place is the look-up's word, or none",
        arguments: [
            ("E01000001", "park-ward", nil), ("", nil, "The register gives no small area for it"),
            ("999999999", nil, "The register gives no small area for it"),
            ("E01099999", nil, "Its small area, E01099999, is in no ward that is held"),
        ] as [(String, String?, String?)])
    func places(code: String, ward: String?, reason: String?) throws {
        let register = try register(["LSOA (code)": code])
        #expect(register.settings.first?.text("ward") == ward)
        #expect(register.unplaced.map(\.reason) == (reason.map { [$0] } ?? []))
    }

    @Test(
        "rule PL-06: our type, from the register's type and phase",
        arguments: [
            ("Community school", "Primary", "primary"), ("Academy converter", "Secondary", "secondary"),
            ("Community school", "Middle deemed primary", "middle"), ("Free schools", "All-through", "all-through"),
            ("Community special school", "Not applicable", "special"),
            ("Other independent school", "Not applicable", "independent"),
            ("Pupil referral unit", "Not applicable", "referral-unit"), ("Further education", "16 plus", "college"),
            ("Free schools 16 to 19", "16 plus", "sixteen-plus"),
            ("Higher education institutions", "Not applicable", "higher"),
            ("Miscellaneous", "Not applicable", "other"), ("Something new", "", "other"),
        ])
    func types(registerType: String, phase: String, type: String) {
        #expect(RegisterTypes.type(registerType: registerType, phase: phase) == type)
        #expect(Setting.types.contains { $0.value == type })
    }

    @Test func everySettingFitsItsKind() throws {
        let register = try register([:])
        let setting = try #require(register.settings.first)
        #expect(Setting(setting).name == "Park School")
        #expect(setting.integer("low-age") == 3)
        #expect(setting.text("register-type") == "Community school")
        #expect(setting.sources == [Citation("GIAS", "URN 100001")])
    }

    @Test("bytes turned at random never break the reader")
    func mutations() throws {
        let sound = Array(try LeedsFiles.bytes("gias_schools_leeds_reduced.csv").prefix(2_000))
        var dice = Dice(seed: 771)
        for _ in 0..<1_000 {
            let bytes = dice.mutated(sound)
            guard
                let register = try? EstablishmentRegister(
                    reading: bytes, file: "r.csv", asAt: LeedsFiles.extractDay, wards: [:])
            else { continue }
            for setting in register.settings {
                #expect(setting.period.from.map { from in setting.period.until.map { $0 > from } ?? true } ?? true)
            }
        }
    }
}
