import Foundation
import Kernel
import Records
import Testing

@testable import Places

@Suite("A data folder, read")
struct DataFolderTests {
    @Test func leedsIsReadWhole() throws {
        let folder = try DataFolder(LeedsFiles.folder.path)
        #expect(DataFolder.isOne(LeedsFiles.folder.path))
        #expect(folder.recordPaths.map { URL(filePath: $0).lastPathComponent } == ["areas.yaml", "areas-2018.yaml"])
        let figures = folder.figures(placing: try LeedsFiles.areas())
        #expect(figures.problems == [])
        #expect(
            figures.loads.map(\.name) == [
                "small-areas-2004-06-10", "boundaries", "population-2019-06-30", "population-2020-06-30",
            ])
        #expect(figures.loads.map(\.count) == [482, 33, 482, 482])
        #expect(figures.settings.count == 771)
        #expect(figures.unplaced.count == 9)
        #expect(
            figures.remarks.contains(
                "Westgate Primary School (urn-127887) is in no ward: The register gives no small area for it"))
        #expect(
            figures.remarks.contains(
                "gias_schools_leeds_reduced.csv: the register does not say when 598 of them opened, "
                    + "13 of them because it gives 1 January 1900"
            ))
        #expect(figures.settings.first { $0.id == "urn-107806" }?.text("ward") == "ward-city-and-hunslet")
    }

    @Test func readTwiceItIsTheSame() throws {
        let areas = try LeedsFiles.areas(), folder = try DataFolder(LeedsFiles.folder.path)
        let (one, two) = (folder.figures(placing: areas), folder.figures(placing: areas))
        #expect(one.settings == two.settings)
        #expect(one.loads.map(\.digest) == two.loads.map(\.digest))
        #expect(Set(one.loads.map(\.digest)).count == 4)
    }

    @Test("without the wards nothing can be placed, and all of it says so")
    func withoutWards() throws {
        let figures = try DataFolder(LeedsFiles.folder.path).figures(placing: Book())
        #expect(figures.loads.isEmpty)
        #expect(figures.problems.first?.message == "No area that is held has the identifier leeds")
        #expect(figures.problems[1].message == "No ward that is held has the code E05001420")
        #expect(figures.unplaced.count == 771)
    }

    @Test func aFolderOfSomethingElseIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(!DataFolder.isOne(folder.path))
        #expect(throws: Refusal.self) { try DataFolder(folder.path) }
        let manifest =
            "place: leeds\ntables:\n- {file: none.csv, title: None, holds: establishments, as-at: 2023-07-03}\n"
        try Data(manifest.utf8).write(to: folder.appending(path: "data.yaml"))
        let figures = try DataFolder(folder.path).figures(placing: Book())
        #expect(
            figures.problems.dropFirst().map(\.description) == [
                "none.csv:1: There is no such file in the folder. Put it there, or take it out of data.yaml"
            ])
    }
}
