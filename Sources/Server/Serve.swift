public import Doors
internal import Foundation
internal import Hummingbird
internal import Kernel
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Answers HTTP until it is told to stop (SIGTERM or SIGINT); then takes no more, and finishes what is under way.
///
/// - Throws: `Refusal.invalid` for an address that other machines can reach, unless that was asked for;
///   `Refusal.unavailable` when another program has the port, or the system keeps it.
public func serve(
    house: House, modules: [Module], settings: ServerSettings = ServerSettings(),
    whenListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) async throws {
    do {
        try await makeServices(house: house, modules: modules, settings: settings, whenListening: whenListening).run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw Refusal.unavailable(
            "Port \(settings.port) is taken: another program answers there. Stop it, or give another port with --port")
    } catch let error as IOError where error.errnoCode == EACCES {
        throw Refusal.unavailable("You may not listen on port \(settings.port): give one from 1024 on with --port")
    }
}

/// The service with what tells it to stop.
func makeServices(
    house: House, modules: [Module], settings: ServerSettings, signals: [UnixSignal] = [.sigterm, .sigint],
    whenListening: @escaping @Sendable (_ port: Int) -> Void
) throws -> ServiceGroup {
    let application = try makeApplication(
        house: house, modules: modules, settings: settings, whenListening: whenListening)
    var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: signals, logger: application.logger)
    configuration.maximumGracefulShutdownDuration = settings.limits.drain
    return ServiceGroup(configuration: configuration)
}

/// The service, not yet running.
func makeApplication(
    house: House, modules: [Module], settings: ServerSettings = ServerSettings(),
    whenListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) throws -> Application<FrontDoor> {
    let door = FrontDoor(house: house, modules: modules, settings: settings)
    var logger = Logger(label: "thinkchild")
    logger.logLevel = .warning
    if !door.assets.isWhole { logger.warning("GOV.UK Frontend is not here, so pages are bare: run bin/fetch-govuk") }
    for clash in door.router.clashes { logger.warning("Two routes are \(clash); the second is not used") }
    let limits = settings.limits
    return Application(
        responder: door,
        server: .http1(
            configuration: .init(
                idleTimeout: .init(limits.idle),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headerBytesMax, maxHeaderListSize: limits.headerBytesMax,
                    maxHeaderFieldCount: limits.headersMax * 2))),
        configuration: ApplicationConfiguration(
            address: .hostname(try settings.address(), port: settings.port),
            availableConnectionsDelegate: .maximum(limits.connectionsMax, logger: logger)),
        services: [Housekeeping(deadlines: door.deadlines, accessLog: settings.accessLog)]
            + house.background.map { BackgroundService(background: $0, clock: settings.clock, logger: logger) },
        onServerRunning: { channel in whenListening(channel.localAddress?.port ?? settings.port) },
        logger: logger)
}
