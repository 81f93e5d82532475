import Foundation
public import Settings

// What is taken in, as an operator decides it.

extension Settings {
    /// For the list of all settings.
    public static let ofTheFiles = [
        fileMegabytes.declaration, filesAtOnce.declaration, virusScanner.declaration, virusWait.declaration,
    ]

    public static let fileMegabytes = Setting.number(
        "files.size", "THINKCHILD_FILES_SIZE", in: 1...1_024, usual: 32,
        "Megabytes that one file may have; limits.upload bounds what is sent at once.")

    public static let filesAtOnce = Setting.number(
        "files.count", "THINKCHILD_FILES_COUNT", in: 1...100, usual: 20, "Files that may be sent at once.")

    public static let virusScanner = Setting<String?>(
        "files.clamd", "THINKCHILD_FILES_CLAMD", kind: "a socket's path, or a host and a port", usual: nil, usually: "",
        "Where clamd listens: /run/clamav/clamd.ctl, or 127.0.0.1:3310; with it every file is looked at for viruses."
    ) { text throws(Unfit) in
        guard VirusScanner.Address(text) != nil else {
            throw Unfit("is a path such as /run/clamav/clamd.ctl or an address such as 127.0.0.1:3310")
        }
        return text
    }

    public static let virusWait = Setting.duration(
        "files.clamd-wait", "THINKCHILD_FILES_CLAMD_WAIT", in: .seconds(1)...(.seconds(600)), usual: .seconds(20),
        "How long clamd may take over one file; keep it under limits.answer.")
}
