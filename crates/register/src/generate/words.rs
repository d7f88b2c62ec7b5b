//! What made-up registers are made of. `{s}` is the service, `{S}` the same with a capital letter.

/// A service of a council.
#[derive(Clone, Copy)]
pub(super) struct Service {
    /// Its name within a sentence.
    pub name: &'static str,
    /// The post that answers for it.
    pub post: &'static str,
    /// The directorate it belongs to.
    pub directorate: &'static str,
    /// The category most of its risks fall into.
    pub category: &'static str,
}

const fn service(name: &'static str, post: &'static str, directorate: &'static str, category: &'static str) -> Service {
    Service { name, post, directorate, category }
}

pub(super) const SERVICES: [Service; 32] = [
    service("school transport", "Head of Passenger Transport", "Place", "Operations"),
    service("winter maintenance", "Head of Highways", "Place", "Operations"),
    service("bridge inspection", "Chief Engineer", "Place", "Property"),
    service("street lighting", "Highways Asset Manager", "Place", "Property"),
    service("household waste collection", "Head of Waste", "Place", "Commercial"),
    service("flood response", "Head of Emergency Planning", "Place", "Operations"),
    service("trading standards", "Head of Public Protection", "Place", "Legal"),
    service("planning enforcement", "Head of Planning", "Place", "Legal"),
    service("the county farms estate", "Head of Property", "Resources", "Property"),
    service("building maintenance", "Facilities Manager", "Resources", "Property"),
    service("payroll", "Head of People Services", "Resources", "People"),
    service("treasury management", "Chief Finance Officer", "Resources", "Financial"),
    service("council tax collection", "Head of Revenues", "Resources", "Financial"),
    service("procurement", "Head of Procurement", "Resources", "Commercial"),
    service("the data centre", "Head of Technology", "Resources", "Technology"),
    service("the case management system", "Digital Programme Lead", "Resources", "Technology"),
    service("records management", "Information Governance Lead", "Resources", "Information"),
    service("the elections office", "Returning Officer’s Deputy", "Resources", "Governance"),
    service("democratic services", "Monitoring Officer", "Resources", "Governance"),
    service("the contact centre", "Head of Customer Services", "Resources", "Reputational"),
    service("foster care", "Head of Fostering", "People", "People"),
    service("residential care for children", "Head of Children’s Homes", "People", "Operations"),
    service("youth justice", "Head of Youth Support", "People", "Operations"),
    service("special educational needs", "Head of Inclusion", "People", "Strategy"),
    service("school place planning", "Head of School Organisation", "People", "Strategy"),
    service("home care", "Head of Adult Commissioning", "People", "Commercial"),
    service("hospital discharge", "Head of Integrated Care", "People", "Operations"),
    service("deprivation of liberty casework", "Principal Social Worker", "People", "Legal"),
    service("public health nursing", "Director of Public Health", "People", "Strategy"),
    service("libraries and archives", "Head of Libraries", "People", "Reputational"),
    service("the leisure centres", "Head of Leisure", "People", "Financial"),
    service("adult learning", "Principal, Adult Learning: Skills, Work & Community", "People", "Project/Programme"),
];

pub(super) const TITLES: [&str; 24] = [
    "{S} loses a key supplier without warning",
    "{S} cannot fill the posts that keep it safe",
    "Demand for {s} outgrows the budget",
    "A cyber attack stops {s} for more than a week",
    "Savings planned in {s} do not materialise",
    "An inspection finds {s} inadequate",
    "{S} depends on one person’s knowledge",
    "Personal data held by {s} is disclosed",
    "New legislation on {s} comes sooner than planned for",
    "A serious accident happens in {s}",
    "Buildings used by {s} become unsafe",
    "Partners withdraw their share of the money for {s}",
    "Industrial action interrupts {s}",
    "A legal challenge overturns a decision on {s}",
    "Extreme weather overwhelms {s}",
    "The new system for {s} goes live late and incomplete",
    "Fraud in {s} goes unnoticed",
    "Residents lose confidence in {s}",
    "{S} misses its statutory deadlines",
    "Price rises make contracts for {s} unaffordable",
    "Decisions about {s} rest on poor data",
    "{S} fails people whom the council must protect",
    "Reorganisation distracts managers of {s} from day-to-day control",
    "Grant money for {s} has to be paid back",
];

pub(super) const TRIGGERS: [&str; 20] = [
    "Vacancies in {s} above 15% for two months running",
    "More than one upheld complaint a month about {s}",
    "Overspend forecast above 3% at the end of a quarter",
    "A supplier’s credit score drops by two grades",
    "Sickness absence above nine days per person and year",
    "Backlog older than 20 working days",
    "An audit of {s} ends with limited assurance",
    "Two incidents of the same kind within six weeks",
    "A warning letter from the regulator",
    "Agency staff make up a fifth of the team",
    "No bidder, or one only, for a contract of {s}",
    "Patches outstanding for more than 30 days",
    "The Met Office issues an amber warning for the county",
    "A milestone of the programme slips by more than a month",
    "Questions from councillors or the press on {s} twice in a week",
    "Insurance claims up by a quarter on last year",
    "A neighbouring authority closes a service we share",
    "Caseloads above the number agreed with the unions",
    "Key performance indicator red in two reports in a row",
    "A whistleblower contacts internal audit about {s}",
];

pub(super) const HEADINGS: [&str; 6] =
    ["Staff:", "Money:", "Suppliers and partners", "Children’s services:", "Adult services", "Systems and premises:"];

pub(super) const CAUSES: [&str; 14] = [
    "Pay lags behind that of neighbouring authorities",
    "Equipment is past the end of its planned life",
    "Only two suppliers serve this part of the country",
    "Guidance for {s} changed three times in two years",
    "Knowledge is written down in few places",
    "Money is voted year by year, although the need is long-term",
    "Demand grows with the number of new homes",
    "Ageing population, in the rural east most of all",
    "Managers carry more than one vacancy each",
    "Old contracts without penalties for late delivery",
    "Data is typed into two systems by hand",
    "Premises stand in a flood zone",
    "Rules differ between the partners of {s}",
    "Training lapsed while teams worked from home",
];

pub(super) const CONSEQUENCES: [&str; 16] = [
    "People come to harm who rely on {s}",
    "The council pays more to put matters right than prevention would have cost",
    "Fines, compensation and legal costs",
    "Government sends in commissioners or gives directions",
    "Staff leave, and those who stay carry their work",
    "Critical reports in the local press & loss of trust",
    "Other services have to lend staff and fall behind",
    "Statutory duties are not met",
    "Grant for the following year is withheld",
    "Families travel further or wait longer",
    "The medium-term financial plan no longer balances",
    "Evidence for court cases is lost",
    "Roads or premises close at short notice",
    "Low morale –  absence rises further",
    "Partners doubt whether the council can deliver",
    "Inequality between districts grows",
];

pub(super) const CONTROL_TITLES: [&str; 22] = [
    "Continuity plan",
    "Contract monitoring",
    "Monthly budget review",
    "Recruitment campaign",
    "Performance board",
    "Mandatory training",
    "Internal audit",
    "Multi-agency protocol",
    "Early warning dashboard",
    "Insurance",
    "Duty rota",
    "Quality assurance visits",
    "Data protection assessment",
    "Backup & restore tests",
    "Framework of approved suppliers",
    "Supervision of casework",
    "Asset management plan",
    "Demand forecast",
    "Scrutiny by councillors",
    "Induction",
    "Mutual aid",
    "Gateway reviews",
];

pub(super) const CONTROLS: [&str; 22] = [
    "Plan for {s} with named deputies, tried out once a year; lessons go to the management team within a month.",
    "Meetings with the provider every quarter, with figures agreed in the contract and a way to escalate.",
    "Budget holders report variances above £50,000 & say how they will be recovered.",
    "Rolling advertising for posts in {s}, with a golden hello for the hardest to fill.",
    "A board led by the director looks at the figures of {s} every month and asks for recovery plans.",
    "Nobody works alone before completing the training; refreshers fall due every two years.",
    "Audited in a three-year cycle; actions are followed up until they are closed.",
    "Agreement between council, police and health on who acts first, reviewed each spring.",
    "Leading indicators for {s} in one place, refreshed overnight, open to all managers.",
    "Cover for liability and property with an excess of £250,000; renewed after a market test.",
    "A senior manager is on call at all hours, with the power to spend.",
    "Visits without notice; findings are graded and fed back within five days.",
    "Assessed before any new use of personal data; the register of assessments is public.",
    "Restored from tape twice a year on separate hardware; last time in seven hours.",
    "Call-off contracts with six firms, so that one failure can be absorbed.",
    "Each worker sees a supervisor every four weeks; decisions are recorded on the file.",
    "Surveys every five years, with money put by for the worst tenth.",
    "Forecast from births, new homes and migration, compared with the outcome each autumn.",
    "Reported to the committee twice a year, and in between when a figure turns red.",
    "New starters in {s} shadow a colleague for two weeks; a checklist is signed off.",
    "Neighbouring authorities lend crews and plant at cost under a standing agreement.",
    "The programme may not pass a stage without a review by people from outside it.",
];

pub(super) const SUB_ITEMS: [&str; 6] = [
    "a) weekly figures to the head of service",
    "b) a second pair of eyes on every decision above the threshold",
    "c) spot checks by another team",
    "• one list of contacts, kept up to date",
    "• a dry run before each winter",
    "* money set aside for the first 48 hours",
];

pub(super) const ACTION_TITLES: [&str; 12] = [
    "Re-tender",
    "Workforce plan",
    "New IT system",
    "Business case",
    "Peer review",
    "Recovery plan",
    "Policy refresh",
    "Site survey",
    "Training programme",
    "Data cleansing",
    "Joint commissioning",
    "Consultation",
];

pub(super) const ACTIONS: [&str; 16] = [
    "Write a workforce plan for {s} and agree it with the unions",
    "Re-tender the contract in two lots, so that smaller firms can bid",
    "Replace the old system; parallel running for one quarter",
    "Bring a business case for extra capacity to the spending board",
    "Invite a peer review from another council and publish its findings",
    "Survey all premises of {s} and rank the repairs",
    "Move the remaining records to the new archive",
    "Set up a pool of trained relief staff with two neighbouring councils",
    "Agree with health partners who pays for what, in writing",
    "Consult residents on the reduced service and report back",
    "Clear the backlog with overtime until the new team is in place",
    "Write a playbook for the first 24 hours of an outage",
    "Train all managers of {s} in the new rules",
    "Renegotiate the price clause before the option is due",
    "Test the continuity plan with partners, at night",
    "Close the open audit recommendations",
];

pub(super) const SUCCESS: [&str; 8] = [
    "No unplanned closure in the year",
    "At least 95% of cases within the time limit",
    "Variance below 1%",
    "All posts filled, or covered by named staff",
    "No high-priority finding open for more than 90 days",
    "Restored within eight hours",
    "Nine in ten users satisfied",
    "Every visit recorded within two days",
];

pub(super) const ASSURANCE: [&str; 8] = [
    "Internal audit, reasonable assurance",
    "External inspection in the spring",
    "Monthly figures at the performance board",
    "Minutes of the contract meetings",
    "Annual statement to the committee",
    "Self-assessment, checked by a peer",
    "Health and Safety Executive visit, no findings",
    "Certificate renewed in January",
];

pub(super) const OBJECTIVES: [&str; 6] = [
    "A balanced budget over five years",
    "Children get the best start",
    "People live well and independently",
    "Safe roads and places",
    "A council that is open and well run",
    "Net zero by 2045",
];

pub(super) const NOTES: [&str; 5] = [
    "Discussed at length by the management team; the score stays until the new figures are in.",
    "To be merged with a similar risk of another directorate after the reorganisation.",
    "The owner asks for a lower appetite – paper to follow.",
    "Figures for the last quarter are provisional.",
    "Number kept from the old register.",
];

pub(super) const CLOSED: [&str; 4] = [
    "The programme ended",
    "Merged into another risk of the register",
    "The service moved to a partner",
    "Below the threshold for a year",
];
