internal import App
public import Foundation
internal import Kernel
public import Settings
public import Workflows

/// Looks at how the front door is hung.
public enum DoorDoctor {
    private static let warnDays = 21

    public static func lines(_ settings: Settings, at now: Date) -> [DoctorLine] {
        let door: ServerSettings
        do throws(Refusal) {
            door = try ServerSettings(settings)
            _ = try door.address()
        } catch {
            return [
                .wrong("door", error.sentences.joined(separator: "; "), mend: "docs/operating/tls.md says how.")
            ]
        }
        return [listening(door), tls(door, now), assets(door), files(door)].compactMap { $0 }
    }

    private static func listening(_ door: ServerSettings) -> DoctorLine {
        let place = "\(door.scheme)://\(door.host):\(door.port)"
        if door.tls == nil, door.proxies.ranges.isEmpty {
            return .fine("door", "\(place), for this machine only")
        }
        if door.allowedHosts.isEmpty {
            return .warning(
                "door", "\(place), and it answers to no name but this machine's own",
                mend: "Set allowed-hosts to the name that people type.")
        }
        return .fine("door", "\(place), called \(door.allowedHosts.sorted().joined(separator: ", "))")
    }

    private static func tls(_ door: ServerSettings, _ now: Date) -> DoctorLine? {
        guard let files = door.tls else { return nil }
        let mode = try? FileManager.default.attributesOfItem(atPath: files.key)[.posixPermissions] as? NSNumber
        if let mode, mode.intValue & 0o004 != 0 {
            return .wrong("certificate", "everybody may read \(files.key)", mend: "chmod o= \(files.key)")
        }
        do throws(Refusal) {
            let end = try files.expiry(), days = Int(end.timeIntervalSince(now) / 86_400)
            let mend = "Renew it, and restart the service: it reads the files when it starts."
            if end <= now {
                return .wrong("certificate", "it ceased to hold on \(end.formatted(.iso8601))", mend: mend)
            }
            let words = "it holds for \(days) days more"
            return days < warnDays ? .warning("certificate", words, mend: mend) : .fine("certificate", words)
        } catch {
            return .wrong(
                "certificate", error.sentences.joined(separator: "; "), mend: "docs/operating/tls.md says how.")
        }
    }

    private static func assets(_ door: ServerSettings) -> DoctorLine {
        if Assets(folder: door.assetsFolder).isWhole { return .fine("assets", "GOV.UK Frontend is here") }
        return .wrong(
            "assets", "GOV.UK Frontend is not here, so that pages are bare",
            mend: "Run bin/fetch-govuk, and set assets to the folder that it made.")
    }

    /// Each connection is a file to the system, and so is each of the store's.
    private static func files(_ door: ServerSettings) -> DoctorLine {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let needed = door.limits.connectionsMax + 64
        if limit.rlim_cur >= needed { return .fine("files", "\(limit.rlim_cur) may be open at once") }
        return .warning(
            "files", "\(limit.rlim_cur) may be open at once, and \(needed) may be needed",
            mend: "Raise it (LimitNOFILE= in the unit, or ulimit -n), or lower limits.connections.")
    }
}
