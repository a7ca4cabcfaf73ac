import type { StoryAnswer, StoryQuestion } from "./answers"

/** Open now: buses, for the transport authority’s plan. */
export const BUSES = {
  title: "Buses after six: what do your people lose?",
  about:
    "Fold Valley Transport Authority is planning the bus contracts for the next four years. It asks for views until the end of the month. We put your answers together and send them in one paper, with your name if you wish.",
  questions: [
    {
      key: "evening",
      kind: "single",
      title: "Do you run anything that ends after six in the evening?",
      options: ["Yes, every week", "Yes, sometimes", "We used to, and stopped", "No"],
      required: true,
    },
    {
      key: "missing",
      kind: "multiple",
      title: "Which places can your people not get to or from?",
      options: ["Moor Side", "Skelby", "Netherfold", "The hospital", "The college", "None of these"],
    },
    {
      key: "matter",
      kind: "scale",
      title: "How much do buses decide who can come to your group?",
      scale: { low: "Not at all", high: "Completely", steps: 5 },
    },
    {
      key: "who",
      kind: "text",
      title: "Who has stopped coming? Tell us about one person.",
      help: "No names, please.",
    },
    { key: "change", kind: "text", title: "What one change to the timetable would help most?" },
    {
      key: "plans",
      kind: "statements",
      title: "What should the new contracts say?",
      statements: [
        "Every village should have one bus after eight in the evening.",
        "Fewer stops are all right if buses run later.",
        "Volunteers on duty should travel at half fare.",
        "A bus to the hospital matters more than a bus to the college.",
        "Community minibuses should get a part of the money.",
        "Timetables should change once a year, and no oftener.",
      ],
    },
  ] satisfies StoryQuestion[],
  answers: [
    {
      group: "Thornclough Over-Sixties",
      day: 9,
      says: {
        evening: 2,
        missing: [0],
        matter: 5,
        who: "A retired nurse of 79 who ran the raffle for eleven years. She cannot drive in the dark and the last bus goes at six.",
        change: "One bus up to Moor Side at half past eight, Mondays and Thursdays.",
        plans: "++0+++",
      },
    },
    {
      group: "Breathe Easy Skelby",
      day: 8,
      says: {
        evening: 1,
        missing: [1, 3],
        matter: 4,
        who: "Three people who came from the evening clinic. A taxi home is £14.",
        change: "Let the 34 wait for the end of the clinic at seven.",
        plans: "++++0.",
      },
    },
    {
      group: "Carers Together Aldervale",
      day: 8,
      says: {
        evening: 0,
        missing: [0, 2],
        matter: 4,
        who: "Carers who had one evening out in the week.",
        change: "An hourly bus until nine on one evening, any evening.",
        plans: "+-+0++",
      },
    },
    {
      group: "Aldervale Youth Voice",
      day: 7,
      says: {
        evening: 0,
        missing: [1, 4],
        matter: 5,
        who: "Everyone from Skelby. They leave at twenty to six, in the middle of things.",
        change: "A bus back to Skelby after eight, so that we can finish a meeting.",
        plans: "++0-+.",
      },
    },
    {
      group: "Walking Football Aldervale",
      day: 6,
      says: { evening: 0, missing: [5], matter: 2, change: "None for us, we share cars.", plans: "+0++++" },
    },
    {
      group: "Skelby Bowling Club",
      day: 5,
      says: {
        evening: 2,
        missing: [1],
        matter: 3,
        who: "Visiting teams.",
        change: "The half past seven back on Wednesdays.",
        plans: "+-++0+",
      },
    },
    {
      group: "Mill Street Players",
      day: 4,
      says: {
        evening: 0,
        missing: [1, 2],
        matter: 3,
        who: "Our wardrobe mistress, who moved to Netherfold.",
        change: "Rehearsals end at half past nine.",
        plans: "++++++",
      },
    },
    {
      group: "Memory Café Alderbridge",
      day: 3,
      says: {
        evening: 3,
        missing: [5],
        matter: 3,
        change: "Easier stops by day are worth more to us.",
        plans: "0+-+++",
      },
    },
  ] as StoryAnswer[],
  /** What a group puts to the others: the first is shown, the second waits to be read. */
  proposed: [
    {
      group: "Carers Together Aldervale",
      day: 6,
      body: "Somebody should always answer the telephone when a bus doesn’t come.",
    },
    {
      group: "Mill Street Players",
      day: 1,
      body: "The last bus should wait for the end of events in the town hall.",
    },
  ],
  drafting: ["Hob’s Mill Food Bank", "Community Wheels", "Welcome Aldervale"],
} as const
