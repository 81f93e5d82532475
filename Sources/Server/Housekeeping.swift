internal import ServiceLifecycle

/// What is done beside answering: giving up on what takes too long, and writing the access log.
struct Housekeeping: Service {
    let deadlines: Deadlines
    let accessLog: AccessLog

    private static let every = Duration.milliseconds(250)

    func run() async throws {
        // Goes on while the last requests are answered: services are stopped in turn, this one after the server.
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: Self.every)
                deadlines.look(at: .now)
                accessLog.flush()
            }
        }
        accessLog.flush()
    }
}
