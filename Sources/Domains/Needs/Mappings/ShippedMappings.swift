import Kernel
import Records
import Store

/// A mapping that is ready to use: one that somebody saved, or one that comes with the service.
struct ReadyMapping: Sendable {
    let id: String
    let name: String
    let about: String
    let layout: Layout
}

/// The mappings that come with the service, one a file of `Shipped/`. One that is saved under the same id stands in its
/// place.
enum ShippedMappings {
    /// By id: the text of its layout, with its name and what it reads in the comments at its top.
    static let texts: [(id: String, bytes: [UInt8])] = [
        ("lait-dictionary", PackageResources.lait_dictionary_yaml),
        ("lait", PackageResources.lait_yaml),
        ("statistical-neighbours", PackageResources.statistical_neighbours_yaml),
        ("cin-referrals", PackageResources.cin_referrals_yaml),
        ("cin-referrals-by-month", PackageResources.cin_referrals_by_month_yaml),
        ("ni-71", PackageResources.ni_71_yaml),
        ("population-2019", PackageResources.population_2019_yaml),
        ("population-2020", PackageResources.population_2020_yaml),
        ("imd-2004", PackageResources.imd_2004_yaml),
        ("imd-2007", PackageResources.imd_2007_yaml),
        ("imd-2010", PackageResources.imd_2010_yaml),
        ("imd-2010-subdomains", PackageResources.imd_2010_subdomains_yaml),
        ("imd-2015", PackageResources.imd_2015_yaml),
        ("imd-2015-subdomains", PackageResources.imd_2015_subdomains_yaml),
        ("imd-2019", PackageResources.imd_2019_yaml),
        ("imd-2019-subdomains", PackageResources.imd_2019_subdomains_yaml),
        ("imd-2019-indicators", PackageResources.imd_2019_indicators_yaml),
        ("imd-2025", PackageResources.imd_2025_yaml),
    ]

    /// The text of one.
    static func text(_ id: String) -> String? {
        texts.first { $0.id == id }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Its name: the first line of its text. What it reads: the other comments before the first key.
    static func title(_ text: String) -> (name: String, about: String) {
        let comments = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.map {
            $0.dropFirst().trimmingPrefix(" ")
        }
        return (String(comments.first ?? ""), comments.dropFirst().joined(separator: " "))
    }
}

extension Transaction {
    /// The mapping of an id, saved or shipped.
    /// - Throws: `Refusal.invalid` when there is none, naming those there are; or when its layout will not do.
    func readyMapping(_ id: String) throws -> ReadyMapping {
        if let record = try needsShelf.versions(of: id).last, record.kind.name == Mapping.kind.name {
            let mapping = Mapping(record)
            return ReadyMapping(
                id: id, name: mapping.name, about: record.text("about") ?? "",
                layout: try LayoutReader.read(mapping.layout))
        }
        guard let text = ShippedMappings.text(id) else {
            let known = try readyMappingIDs()
            let near = Nearest.word(to: id, among: known).map { ". Did you mean \($0)?" } ?? "."
            throw Refusal.invalid([
                Problem(
                    "mapping",
                    "There is no mapping \(id.quoted)\(near) Those there are: \(known.joined(separator: ", "))")
            ])
        }
        let title = ShippedMappings.title(text)
        return ReadyMapping(id: id, name: title.name, about: title.about, layout: try LayoutReader.read(text))
    }

    /// Those that come with the service, then those that were saved besides.
    func readyMappingIDs() throws -> [String] {
        let shipped = ShippedMappings.texts.map(\.id)
        let saved = try needsShelf.records(of: Mapping.kind).map(\.id).filter { !shipped.contains($0) }
        return shipped + Set(saved).sorted()
    }
}
