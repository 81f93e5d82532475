import Kernel
import Store

extension Transaction {
    func figures(named name: String) throws -> LoadedFigures? {
        try one("SELECT name, title, file, digest, entries FROM places_figures WHERE name = \(name)").map(
            LoadedFigures.init)
    }

    /// Every file of figures that is held, by name.
    func figures() throws -> [LoadedFigures] {
        try rows("SELECT name, title, file, digest, entries FROM places_figures ORDER BY name").map(LoadedFigures.init)
    }

    func keep(_ figures: LoadedFigures) throws {
        try run("DELETE FROM places_figures WHERE name = \(figures.name)")
        try run(
            """
            INSERT INTO places_figures (name, title, file, digest, entries)
            VALUES (\(figures.name), \(figures.title), \(figures.file), \(figures.digest), \(figures.entries))
            """)
    }

    func replace(with content: FigureLoad.Content) throws {
        switch content {
        case .smallAreas(let table): try replace(with: table)
        case .boundaries(let set): try replace(with: set)
        case .population(let table): try replace(with: table)
        }
    }

    private func replace(with table: SmallAreaTable) throws {
        guard let from = table.period.from else { return }
        try run("DELETE FROM places_small_area WHERE valid_from = \(from)")
        for entry in table.entries {
            try send(
                """
                INSERT INTO places_small_area (code, ward, valid_from, valid_until)
                VALUES (\(entry.code), \(entry.ward), \(from), \(table.period.until))
                """)
        }
    }

    private func replace(with set: BoundarySet) throws {
        try run("DELETE FROM places_boundary")
        for entry in set.entries {
            try send("INSERT INTO places_boundary (area, outline) VALUES (\(entry.area), \(entry.outline.text))")
        }
    }

    /// A statement a small area: tens of thousands of single rows would take ten times as long.
    private func replace(with table: PopulationTable) throws {
        try run("DELETE FROM places_population WHERE on_day = \(table.day)")
        for entry in table.entries {
            let rows: [SQL] = entry.persons.enumerated().map { age, persons in
                "(\(table.day), \(entry.smallArea), \(age), \(persons))"
            }
            try send(
                """
                INSERT INTO places_population (on_day, small_area, age, persons)
                VALUES \(sql: .joined(rows, by: ", "))
                """
            )
        }
    }

    /// Sums people by ward through the look-up.
    func sumPopulationByWard() throws {
        try run("DELETE FROM places_ward_population")
        try run(
            """
            INSERT INTO places_ward_population (ward, on_day, age, persons)
            SELECT s.ward, p.on_day, p.age, SUM(p.persons)
            FROM places_population p JOIN places_small_area s ON s.code = p.small_area
            GROUP BY s.ward, p.on_day, p.age
            """)
    }
}

extension LoadedFigures {
    fileprivate init(_ row: Row) {
        self.init(
            name: row.text(0), title: row.text(1), file: row.text(2), digest: row.text(3), entries: row.integer(4))
    }
}
