import Records

/// The three lists of the Children Act 2004 that overlap and are not the same (domain rules 0.4 no. 5).
public enum StatutoryLists {
    /// Section 10(4): who must co-operate, and whom a Children's Trust Board must represent (CA10-04, CA10-05,
    /// CA10-06).
    public static let relevantPartners = [
        Choice("district-council", "District council (counties only)"),
        Choice("police-authority", "Police authority"), Choice("local-policing-body", "Local policing body"),
        Choice("chief-officer-of-police", "Chief officer of police"),
        Choice("probation", "Local probation board or provider"),
        Choice("youth-offending-team", "Youth offending team"),
        Choice("strategic-health-authority", "Strategic health authority"),
        Choice("primary-care-trust", "Primary care trust"), commissioningBoard, clinicalGroup,
        Choice("integrated-care-board", "Integrated care board"),
        Choice("connexions", "Provider of services under section 114 of the Learning and Skills Act 2000"),
        Choice("learning-and-skills-council", "Learning and Skills Council for England"),
        Choice("maintained-schools", "Governing bodies of maintained schools"),
        Choice("non-maintained-special-schools", "Proprietors of non-maintained special schools"),
        Choice("academies", "Proprietors of academies and city technology colleges"),
        Choice("further-education", "Governing bodies of further-education institutions"),
        Choice("jobcentre-plus", "Secretary of State for employment (Jobcentre Plus)"),
        Choice("short-stay-schools", "Short stay schools (pupil referral units)"),
    ]

    private static let commissioningBoard = Choice(
        "nhs-commissioning-board", "NHS Commissioning Board (NHS England)")
    private static let clinicalGroup = Choice("clinical-commissioning-group", "Clinical commissioning group")

    /// Section 11(1): who must have regard to safeguarding (CA11-02). Schools are not here: sections 157 and 175 of the
    /// Education Act 2002 bind them.
    public static let safeguardingDuty = [
        Choice("childrens-services-authority", "Children's services authority"),
        Choice("district-council", "District council"),
        Choice("strategic-health-authority", "Strategic health authority"),
        Choice("special-health-authority", "Special health authority"),
        Choice("primary-care-trust", "Primary care trust"), Choice("nhs-trust", "NHS trust"),
        Choice("nhs-foundation-trust", "NHS foundation trust"), Choice("police-authority", "Police authority"),
        Choice("chief-officer-of-police", "Chief officer of police"),
        Choice("british-transport-police", "British Transport Police"),
        Choice("probation", "Local probation board"), Choice("youth-offending-team", "Youth offending team"),
        Choice("custody", "Governor of a prison or director of a secure training centre"),
        Choice("connexions", "Connexions provider"),
    ]

    /// Section 13(3): who must be represented on a Local Safeguarding Children Board (LSCB-02).
    public static let boardPartners = [
        Choice("district-council", "District council (counties only)"),
        Choice("chief-officer-of-police", "Chief officer of police"),
        Choice("probation", "Local probation board or provider"),
        Choice("youth-offending-team", "Youth offending team"),
        Choice("strategic-health-authority", "Strategic health authority"),
        Choice("primary-care-trust", "Primary care trust"), commissioningBoard, clinicalGroup,
        Choice("nhs-trust", "NHS trust or foundation trust with hospitals in the area"),
        Choice("connexions", "Connexions provider"), Choice("cafcass", "Cafcass"),
        Choice("secure-training-centre", "Secure training centre"),
        Choice("prison", "Prison that ordinarily detains children"),
    ]
}
