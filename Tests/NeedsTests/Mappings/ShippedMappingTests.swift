import Kernel
import Records
import Testing

@testable import Needs

/// NE-08: the mappings that come with the service, and the language they are written in.
struct ShippedMappingTests {
    @Test(
        "Every mapping that is shipped can be read, and says what it reads", arguments: ShippedMappings.texts.map(\.id))
    func readable(id: String) throws {
        let text = try #require(ShippedMappings.text(id))
        let layout = try LayoutReader.read(text), title = ShippedMappings.title(text)
        #expect(!title.name.isEmpty && !title.about.isEmpty)
        let brought = Set(layout.definitions.map(\.id))
        #expect(brought.count == layout.definitions.count)
        for cell in layout.cells {
            if let measure = cell.measure { #expect(brought.contains(measure), "\(measure) is not brought with it") }
        }
        for definition in layout.definitions {
            let held = MeasureFields.held(definition.fields)
            #expect(held == definition.fields, "\(definition.id): a field is not taken as it is written")
            for field in Measure.kind.fields where field.isRequired {
                #expect(held[field.name] != nil, "\(definition.id) lacks its \(field.name)")
            }
        }
    }

    @Test("Every problem of a layout is told at once, with its line")
    func problems() {
        let layout = """
            marks: nobody
            colour: red
            place: {codes: [a], level: planet}
            cells:
              - {measure: m}
              - {column: b, measure: m, month: Smarch}
            rules:
              - {odd: b}
            """
        do {
            _ = try LayoutReader.read(layout)
            Issue.record("it was read")
        } catch {
            let sentences = error.sentences
            for words in ["nobody is no table of marks", "colour is not a key", "level may be", "needs its column"] {
                #expect(sentences.contains { $0.contains(words) }, "nothing says: \(words)")
            }
            for words in ["Smarch is no month", "A rule is", "say which time it is of"] {
                #expect(sentences.contains { $0.contains(words) }, "nothing says: \(words)")
            }
            #expect(sentences.contains { $0.hasPrefix("Line 2: ") })
        }
    }

    @Test("Authorities are found by every code and name that files use")
    func catalogue() {
        let catalogue = AreaCatalogue.shipped, leeds = PlaceCode("E08000035")
        for code in ["E08000035", "383", "383.0"] { #expect(catalogue.area(ofCode: code) == leeds) }
        for name in ["Leeds", "LEEDS", " leeds "] { #expect(catalogue.area(named: name) == leeds) }
        let hull = PlaceCode("E06000010")
        for name in ["Kingston upon Hull, City of", "Kingston Upon Hull City of"] {
            #expect(catalogue.area(named: name) == hull)
        }
        let region = PlaceCode("E12000003")
        for name in ["Yorkshire and The Humber", "Yorkshire and the Humber", "Yorkshire and Humberside"] {
            #expect(catalogue.area(named: name) == region)
        }
        #expect(catalogue.area(ofCode: "982.0") == region)
        #expect(catalogue.area(ofCode: "970.0") == .england)
        #expect(catalogue.area(ofCode: "921") == PlaceCode("E06000046"), "the Isle of Wight, and not England")
        #expect(catalogue.area(ofCode: "E10000023") == PlaceCode("E06000065"), "North Yorkshire before 2023")
        #expect(catalogue.areas[leeds]?.within == region)
        #expect(catalogue.areas.values.count { $0.level == .region } == 11)
        #expect(catalogue.area(named: "Atlantis") == nil)
    }
}
