public import Doors
public import Kernel

/// What a council's IT asks of an installation.
public enum RunningVerbs {
    public static let run = Action("service.run")

    public static let verbs: [Verb] = [SettingsVerb.verb]
}
