-- Full council, and the arrangements of safeguarding partners (section 16E, from 2018).
ALTER TABLE arrangements_body DROP CONSTRAINT arrangements_body_type_check;
ALTER TABLE arrangements_body ADD CONSTRAINT arrangements_body_type_check CHECK (type IN ('partnership', 'board',
    'statutory-board', 'commissioning-group', 'leadership-team', 'unit', 'area-partnership', 'cluster-partnership',
    'locality-group', 'full-council', 'executive', 'committee', 'scrutiny', 'company-board', 'councillors-group',
    'support-function', 'sub-group'));
ALTER TABLE arrangements_body DROP CONSTRAINT arrangements_body_statutory_check;
ALTER TABLE arrangements_body ADD CONSTRAINT arrangements_body_statutory_check CHECK (statutory IN
    ('childrens-trust-board', 'local-safeguarding-children-board', 'safeguarding-partners', 'executive',
    'overview-and-scrutiny'));
ALTER TABLE arrangements_decision DROP CONSTRAINT arrangements_decision_approves_check;
ALTER TABLE arrangements_decision ADD CONSTRAINT arrangements_decision_approves_check CHECK (approves IN
    ('childrens-trust-board', 'local-safeguarding-children-board', 'safeguarding-partners', 'executive',
    'overview-and-scrutiny'));
