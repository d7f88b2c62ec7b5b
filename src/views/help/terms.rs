//! The terms of a risk register, in plain words.

/// Terms in the order in which one builds on another: the term, what it means.
pub const TERMS: [(&str, &str); 28] = [
    (
        "Register",
        "A titled collection of risks that are all measured with the same criteria, kept by one body, such as a \
                  council or one of its directorates.",
    ),
    (
        "Criteria",
        "How a register measures: its scales of likelihood and impact, its matrix, its bands and its lists of \
                  categories, responses and the like. Each register has its own.",
    ),
    (
        "Risk",
        "Something uncertain that would get in the way of an objective. It has a number, a title, owners and a \
              status: open, or closed with a date and a reason.",
    ),
    ("Corporate risk", "A risk that is reported to the whole council. CR stands beside its number."),
    (
        "Likelihood factor",
        "A cause: something in place now that makes the event more likely. Also called a \
                           vulnerability.",
    ),
    ("Trigger", "A sign that the event is about to happen. Triggers may stand in groups under headings."),
    ("Consequence", "What follows if it happens. Also called the result."),
    ("Likelihood", "How likely the event is, as a level on the register’s scale. Some registers say probability."),
    (
        "Impact",
        "How much the event would matter, as a level on the register’s scale. Some registers say consequence or \
                severity.",
    ),
    (
        "Assessment",
        "A likelihood and an impact, with the date, the person and the reason where they were given. A risk \
                    can have three, and any of them may be missing.",
    ),
    ("Inherent", "The assessment as if there were no controls."),
    ("Residual", "The assessment with the controls that are in place: where the risk stands now. Also called current."),
    ("Target", "The assessment that the actions are meant to lead to."),
    ("Score", "Likelihood times impact, unless the register’s matrix says otherwise cell by cell."),
    (
        "Band",
        "A named and coloured range of scores, such as Low, Medium or High. A letter stands for it where colour is \
              not enough.",
    ),
    (
        "Matrix, heat map",
        "All likelihoods by all impacts. The heat map is the matrix with the risks’ numbers in its \
                          cells.",
    ),
    (
        "Previous score",
        "The residual score at the last review. Beside the present one it shows the direction of travel: \
                        up, down, the same or new.",
    ),
    (
        "Appetite",
        "The score that the body accepts for a risk; for a category also a level, from averse to eager. A \
                  residual score above it asks for an action, or for a note that the risk is accepted.",
    ),
    ("Response", "What is done about a risk: treat it, tolerate it, transfer it or terminate what gives rise to it."),
    (
        "Control",
        "What is in place already and makes the event less likely or less grave. It can prevent, detect, direct \
                 or correct.",
    ),
    ("Adequacy", "How well a control works: good, reasonable, poor, or not assessed."),
    ("Critical success factor", "What has to hold for a control to work."),
    ("Assurance", "How one knows that a control or an action does what it should."),
    ("Action", "What is still being done about a risk, by whom and by when. Once it is done it becomes a control."),
    (
        "Progress",
        "How an action goes: not started, red, amber, green or complete. An action is late when its date is past \
                  and it is not complete.",
    ),
    (
        "Owner",
        "The person or post that answers for a risk, a control or an action. There can be several. A contact is \
               whom to ask.",
    ),
    (
        "Review",
        "The look at a risk at set times: when the last was, when the next is due, and how often. A risk is \
                overdue when its next review is past.",
    ),
    (
        "Glossary and acronyms",
        "The words and short forms that a register explains to its readers; they go with it wherever \
                               it goes.",
    ),
];
