import Partners
import Records

extension MeetingsRulesPage {
    /// Every rule, in the order of its identifier.
    static let rows = notice + table + afterwards + ours + papers

    private static let notice = [
        RuleRow(
            id: "GOV-01",
            statement: """
                A meeting's agenda and reports are open to all five clear days before it (three before 1 October \
                2002), or from when it is called, where it is called at shorter notice. Clear days are working \
                days, without the day of publication and the day of the meeting.
                """,
            source: "Local Government Act 1972 ss100A, 100B; SI 2002/715", evidence: .verified,
            heldBy: [
                "`PublishAgenda`", Meeting.publishedInTime.rule, AgendaItem.addedInTime.rule, Report.openInTime.rule,
                Paper.openInTime.rule, "M04",
            ]),
        RuleRow(
            id: "GOV-02",
            statement:
                "A late item is admitted by whoever is in the chair, for special circumstances that the minutes give.",
            source: "Local Government Act 1972 s100B(4)(b)", evidence: .verified,
            heldBy: [AgendaItem.lateForAReason.rule, "`DraftMinutes`"]),
        RuleRow(
            id: "GOV-04",
            statement: """
                An executive publishes notice that it, or a part of it, is to meet in private, with the reasons: 28 \
                clear days before, and again five clear days before with what was said against it and the answer. \
                Otherwise whoever chairs scrutiny or the council agrees that it cannot wait. Before 10 September 2012 \
                there was no such notice.
                """,
            source: "SI 2012/2089 reg 5", evidence: .knowledgeHigh, heldBy: ["`GivePrivateNotice`", "M08"]),
        RuleRow(
            id: "GOV-05",
            statement: "An agenda of a council's body begins with the standing items of procedure, in their order.",
            source: "agendas of Leeds, 2007 and later", evidence: .verified, heldBy: ["`BuildAgenda`"]),
        RuleRow(
            id: "GOV-06", statement: "An area committee's agenda has an open forum of ten minutes.",
            source: "Area Committee Procedure Rules 6.24 and 6.25", evidence: .verified, heldBy: ["`StandingItems`"]),
        RuleRow(
            id: "GOV-08",
            statement: """
                What is confidential must be kept from the public, what is exempt may be. The public reads the \
                item's line, the description that covers it, and why.
                """,
            source: "Local Government Act 1972 s100A and Schedule 12A", evidence: .verified,
            heldBy: [AgendaItem.closedForAReason.rule, "`Sight`", "`MeetingView`"]),
    ]

    private static let table = [
        RuleRow(
            id: "GOV-10",
            statement: """
                Nothing is decided without the quorum of the terms of reference in force that day, counted at the \
                moment of the decision: members present or their substitutes, not attendees, advisers or \
                observers, nor whoever left the room for an interest. Without it an item can only be "not \
                decided".
                """,
            source: "Local Government Act 1972 Schedule 12; that a substitute counts is ours", evidence: .knowledgeHigh,
            heldBy: [Resolution.withAQuorum.rule, Resolution.votesOfThoseThere.rule, "M03"]),
        RuleRow(
            id: "VOTE",
            statement: """
                What is put to the vote is agreed by a majority of those who vote. Where the votes are equal \
                whoever is in the chair may give a second one, and without it nothing is agreed. Times are in the \
                order of the sitting, past midnight too (ours).
                """,
            source: "Local Government Act 1972 Schedule 12 para 39; for other bodies ours", evidence: .knowledgeHigh,
            heldBy: [Resolution.carriedByAMajority.rule, "`SittingTime`"]),
        RuleRow(
            id: "GOV-13, sensitive",
            statement: """
                Where the member and the monitoring officer consider that disclosure could lead to violence or \
                intimidation, the public is told that there is an interest, and none of its details: the law's \
                words stand in their place, and nobody can describe it here. The monitoring officer keeps the \
                details. Before 1 July 2012 it was paragraph 14 of the model code, from 3 May 2007.
                """,
            source: "Localism Act 2011 s32; SI 2007/1159 para 14", evidence: .knowledgeHigh,
            heldBy: [Declaration.withheldByTheLaw.rule]),
        RuleRow(
            id: "GOV-12, GOV-13",
            statement: """
                Until 30 June 2012 interests were personal or prejudicial; from 1 July 2012 they are disclosable \
                pecuniary interests. With a prejudicial or a pecuniary one a member leaves the room, unless they \
                have a dispensation.
                """,
            source: "Local Government Act 2000 s81; Localism Act 2011 ss29 to 34", evidence: .knowledgeHigh,
            heldBy: [Declaration.byTheLawOfTheDay.rule]),
        RuleRow(
            id: "REMOTE",
            statement: """
                At a council's body whoever takes part remotely neither counts nor votes, but from 4 April 2020 \
                until 6 May 2021. Other bodies may meet as they like.
                """,
            source: "SI 2020/392 and the judgment of 28 April 2021; from knowledge", evidence: .knowledgeHigh,
            heldBy: ["`MeetingLaw.remoteCounts`", "`WhoWasThere`"]),
        RuleRow(
            id: "REP-04, REP-05",
            statement: """
                Every decision of every body says who is affected among children and young people, how, what \
                young people said, and what changed because of it; or why none is affected. It may say whether a \
                gap is narrowed.
                """,
            source: "P06 4.3, which asks it of area committees; of every body is ours", evidence: .paper,
            heldBy: [Resolution.saysWhatItMeans.rule, "M02"]),
    ]

    private static let afterwards = [
        RuleRow(
            id: "GOV-07",
            statement: """
                Minutes name who was there, apologies, interests and what was resolved, are numbered on through \
                the municipal year, and are confirmed at a later meeting. The year begins at the annual meeting, \
                or on 1 May (ours).
                """,
            source: "practice of Leeds; numbering as seen, the rest from knowledge", evidence: .knowledgeHigh,
            heldBy: ["`DraftMinutes`", "`MunicipalYear`", Minutes.notByTheirAuthor.rule, "M05"]),
        RuleRow(
            id: "GOV-20 to GOV-24",
            statement: """
                Notice of a key decision is given 28 clear days before it from 10 September 2012; before, in the \
                forward plan, published 14 days before its first day (taken to be the first of the decision's \
                month). An exception is agreed, for a reason that is published.
                """,
            source: "SI 2012/2089 regs 8 to 11; SI 2000/3272", evidence: .knowledgeHigh,
            heldBy: [ForwardPlanEntry.exceptionGiven.rule, "`MeetingLaw.keyNoticeBy`", "M07"]),
        RuleRow(
            id: "GOV-27, GOV-28",
            statement: """
                A decision that may be called in may be until 5pm on the fifth working day after it was \
                published, or as the council's own rule says (settings meetings.call-in-days, -until and -source; \
                the rule of the day it was published), and is not carried out before the day after, nor while a \
                call-in waits. An urgent one is kept from call-in for a reason.
                """,
            source: "Local Government Act 2000 s21(3); the window is local practice", evidence: .knowledgeMedium,
            heldBy: [CallIn.inTime.rule, Resolution.notCarriedOutEarly.rule, Resolution.exemptForAReason.rule]),
    ]

    private static let ours = [
        RuleRow(
            id: "OWN-1", statement: "Nobody confirms minutes that they wrote.", source: "ours", evidence: .own,
            heldBy: [Minutes.notByTheirAuthor.rule, "`ConfirmMinutes`"]),
        RuleRow(
            id: "OWN-2",
            statement: """
                An owner is written to \(ChasingDays.usual.before) days before an action is due, once it is \
                overdue, and every \(ChasingDays.usual.between) days after (settings meetings.chase-before and \
                -between).
                """, source: "ours", evidence: .own, heldBy: ["`ChaseActions`", "M01"]),
        RuleRow(
            id: "OWN-11",
            statement: """
                After \(ChasingDays.usual.higher) days overdue (setting meetings.chase-higher) an action is taken to \
                where the terms of reference escalate: once, as a matter of that body's next agenda, or on its list \
                until a meeting can take it, with a letter to its chair and the clerks. Done, dropped or given \
                another day, it comes off an agenda that is not published, and a published one says so.
                """, source: "ours; that terms of reference name where is P06's", evidence: .own,
            heldBy: ["`TakeHigher`", "`WithdrawMatter`", "`NextAgenda`"]),
        RuleRow(
            id: "OWN-12",
            statement: """
                Notice and call-in are counted from the day this service was told that something was published. A day \
                before is kept as it is said, with how it is known, and shown as said later. Nobody but the commands \
                writes such a day down; what an administrator imports without it is shown as what nobody can show.
                """, source: "ours: who must prove notice must show it", evidence: .own,
            heldBy: ["`PublishAgenda`", "`FollowDecision`", PublicationDay.rule, "M04"]),
        RuleRow(
            id: "OWN-13",
            statement: """
                An administrator may take the file of a paper away, for a reason. The paper's line stays, and says on \
                which day; whoever reads what is exempt there is told by whom and why.
                """, source: "ours", evidence: .own, heldBy: ["`RemovePaperFile`"]),
        RuleRow(
            id: "OWN-3",
            statement: """
                A form carries a ticket: sent twice it makes one thing, and sent again saying something else it \
                is refused. Two people changing one thing at once are both told.
                """, source: "ours", evidence: .own, heldBy: ["`FormTicket`", "`TakeRegister`"]),
        RuleRow(
            id: "OWN-4",
            statement: """
                An agenda published for a day serves a later day; for an earlier one it must still be in time, or \
                the meeting is called at shorter notice.
                """, source: "ours, after GOV-01", evidence: .own, heldBy: ["`MoveMeeting`"]),
        RuleRow(
            id: "OWN-5",
            statement: """
                What is exempt is read by those who keep the record, the director, and whoever has a seat at that \
                table, observers apart.
                """, source: "ours: the law says who must be kept out", evidence: .own, heldBy: ["`Sight`"]),
        RuleRow(
            id: "OWN-6",
            statement:
                "A decision between meetings says who decided and who was consulted, and is reported to the next.",
            source: "ours", evidence: .own, heldBy: [Resolution.betweenMeetings.rule, "M06"]),
    ]

    private static let papers = [
        RuleRow(
            id: "OWN-7",
            statement: """
                A paper is approved by somebody who did not send it, and each new version anew. The public reads it \
                from then on, once the agenda is out.
                """, source: "ours, after AC-32", evidence: .own,
            heldBy: ["`ApprovePaper`", "`Paper.isOpen`"] + Paper.safeguards.map(\.rule)),
        RuleRow(
            id: "OWN-8",
            statement: """
                The public version of a paper that is not open is another paper with another file. No file is both \
                open and not.
                """, source: "ours, after GOV-08", evidence: .own,
            heldBy: ["`RedactPaper`", "`SendPaper`", Paper.keptApart.rule, AgendaItem.keepsPapersApart.rule]),
        RuleRow(
            id: "OWN-9",
            statement: """
                A paper sent after the agenda was published stands in its place, marked as a supplement. Those of one \
                day are one supplement.
                """, source: "ours, after practice of councils", evidence: .own, heldBy: ["`SendPaper`"]),
        RuleRow(
            id: "OWN-10",
            statement: "A pack is given as a PDF only while it says what its page says to the same reader.",
            source: "ours", evidence: .own, heldBy: ["`MakePack`", "`PackContents.mark(of:)`"]),
    ]
}
