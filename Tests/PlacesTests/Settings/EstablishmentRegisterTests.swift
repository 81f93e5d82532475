import Kernel
import Records
import Testing

@testable import Places

@Suite("The register of establishments, as it is for Leeds")
struct EstablishmentRegisterTests {
    let register: EstablishmentRegister
    init() throws { register = try LeedsFiles.register() }

    private func setting(_ urn: String) throws -> Record {
        try #require(register.settings.first { $0.id == "urn-\(urn)" })
    }

    @Test func everyRowIsTaken() {
        #expect(register.problems == [])
        #expect(register.settings.count == 771)
        #expect(Set(register.settings.map(\.id)).count == 771)
    }

    @Test func nineCannotBePlacedAndAreNamed() {
        let urns = ["127887", "127911", "127912", "127913", "128007", "128034", "128038", "128042", "128047"]
        #expect(register.unplaced.map(\.id) == urns.map { "urn-\($0)" })
        #expect(register.unplaced.allSatisfy { $0.reason == "The register gives no small area for it" })
        #expect(register.settings.filter { $0.text("ward") == nil }.map(\.id) == register.unplaced.map(\.id))
    }

    @Test("an opening day that the register lacks is not known, and never always")
    func openings() throws {
        #expect(register.withoutOpening == 598)
        #expect(register.withPlaceholder == 13)
        let open = try setting("107830")
        #expect(open.period == Period(trusting: nil, until: nil, attested: LeedsFiles.extractDay))
        #expect(open.period.held(on: Day(2009, 12, 31)!) == .unknown)
        #expect(open.period.held(on: LeedsFiles.extractDay) == .yes)
    }

    @Test("the register's last day is the day before the first on which it no longer was")
    func closings() throws {
        let closed = try setting("127887").period
        #expect(closed == Period(trusting: nil, until: Day(1990, 9, 1), attested: Day(1990, 8, 31)))
        #expect(closed.held(on: Day(1990, 8, 30)!) == .unknown)
        #expect(closed.held(on: Day(1990, 8, 31)!) == .yes)
        #expect(closed.held(on: Day(1990, 9, 1)!) == .no)
    }

    @Test("1 January 1900 stands for a day not known, on either side")
    func placeholders() throws {
        let royds = try setting("108081")
        #expect(royds.period == Period(trusting: nil, until: Day(2021, 4, 1), attested: Day(2021, 3, 31)))
        #expect(royds.note == "The register gives 1 January 1900 for its opening, which stands for a day not known.")
        let beeston = try setting("127808")
        #expect(beeston.period == Period(trusting: nil, until: Day(2019, 11, 29), attested: nil))
        #expect(beeston.note == "The register has it closed and does not say when; it had closed by 29 November 2019.")
    }

    @Test func closedWithoutADayHadClosedByTheLastChange() throws {
        #expect(try setting("132968").period == Period(trusting: nil, until: Day(2019, 11, 30), attested: nil))
    }

    /// Counted apart, with a script over the same file.
    @Test(arguments: [
        (Day(1995, 1, 1), 15, 335, 263, 158), (Day(2006, 12, 7), 38, 261, 345, 127),
        (Day(2009, 12, 31), 40, 250, 360, 121),
        (Day(2023, 7, 3), 306, 0, 465, 0),
    ])
    func states(day: Day?, open: Int, perhaps: Int, closed: Int, notYet: Int) throws {
        let day = try #require(day)
        let states = register.settings.map { OpenState(of: $0.period, on: day) }
        #expect(states.count { $0 == .open } == open)
        #expect(states.count { $0 == .perhaps } == perhaps)
        #expect(states.count { $0 == .closed } == closed)
        #expect(states.count { $0 == .notYet } == notYet)
    }

    @Test func typesAreCounted() {
        let types = Dictionary(grouping: register.settings) { $0.text("type") ?? "" }.mapValues(\.count)
        #expect(
            types == [
                "primary": 471, "secondary": 124, "middle": 55, "special": 49, "independent": 29, "referral-unit": 12,
                "college": 8,
                "other": 7, "higher": 5, "all-through": 4, "nursery": 3, "sixteen-plus": 4,
            ])
    }
}
