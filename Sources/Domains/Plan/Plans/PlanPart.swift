public import Records

/// What a plan has to say something on, by one law or another.
public enum PlanPart {
    public static let choices = [
        Choice("vision", "Vision"), Choice("outcomes", "The outcomes"), Choice("needs", "Assessment of needs"),
        Choice("actions", "Actions, and by when"), Choice("joint-planning", "Planning with key partners"),
        Choice("performance", "Managing performance, and review"), Choice("consultation", "Consultation undertaken"),
        Choice("budget", "Budget"), Choice("co-operation", "How partners will co-operate to meet needs"),
        Choice("priorities", "Priorities and targets"), Choice("integration", "Bringing services together"),
        Choice("early", "Early intervention and prevention"), Choice("safeguarding", "Safeguarding"),
        Choice("poverty", "Child poverty"), Choice("workforce", "Workforce"),
        Choice("resources", "Use of resources, pooled ones among them"),
    ]
}
