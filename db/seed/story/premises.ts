import type { StoryQuestion } from "./answers"

/** Analysed: closed, passages coded, its representation being written. */
export const PREMISES = {
  title: "Where does your group meet, and what stands in the way?",
  about:
    "The council is reviewing the buildings it owns. Before it decides, let us tell it what groups need from a room.",
  fairness: {
    formative: "The review’s terms are published and no building has been chosen.",
    information: "The list of the council’s buildings, with what each costs, was linked from the invitation.",
    time: "Six weeks. The council asked for views by the end of the month.",
    feedback: "Groups hear what we asked for and what the council says to it.",
  },
  questions: [
    {
      key: "where",
      kind: "single",
      title: "Where do you mostly meet?",
      options: [
        "Our own building",
        "A church, mosque or temple",
        "A council building",
        "A school",
        "A pub, café or home",
        "Outdoors",
      ],
      required: true,
    },
    {
      key: "leave",
      kind: "single",
      title: "If the council gave up this building, where would you go?",
      options: [
        "We know of another room",
        "We’d need months to find one",
        "We’d have to stop",
        "We don’t know yet",
      ],
      onlyIf: { key: "where", options: [2] },
    },
    {
      key: "problems",
      kind: "multiple",
      title: "What stands in the way?",
      options: [
        "Cost",
        "No lift or ramp",
        "No evenings or weekends",
        "No storage",
        "Damp or cold",
        "We can’t say yet",
        "Nothing",
      ],
      alone: "6",
    },
    {
      key: "secure",
      kind: "scale",
      title: "How sure are you of having this place in two years?",
      scale: { low: "Not at all", high: "Quite sure", steps: 5 },
    },
    {
      key: "room",
      kind: "matrix",
      title: "How well does the room suit you?",
      things: ["Getting in and around", "Warmth", "The price", "When you can have it", "Storage"],
      scale: { low: "Badly", high: "Very well", steps: 5 },
    },
    { key: "say", kind: "text", title: "What should the council know before it decides?" },
  ] satisfies StoryQuestion[],
  groups: 24,
  /** What people who come to a group say for themselves. */
  people: [
    { where: 2, leave: 2, problems: [1], secure: 2, say: "I can only come where there is a lift." },
    { where: 1, problems: [4], secure: 3, say: "It is too cold for my mother from November on." },
    {
      where: 2,
      leave: 1,
      problems: [2, 0],
      secure: 1,
      say: "I work until six. Please keep one place open later.",
    },
    { where: 2, leave: 2, problems: [0], secure: 2 },
    { where: 0, problems: [6], secure: 5, say: "Our own hall is what keeps us together." },
    { where: 4, problems: [2], secure: 2, say: "A café is loud, and I am hard of hearing." },
    { where: 2, leave: 3, problems: [1, 4], secure: 1 },
  ],
  says: [
    "If the Institute closes there is no stage left in the district. We would stop, and so would the pantomime.",
    "Our room is up two flights. Three members left when their knees did.",
    "We pay £11 an hour at the library. At £18, which is what they now say, we cannot go on.",
    "There is nowhere to keep the chairs, so we carry forty of them from the vicarage each Wednesday.",
    "The caretaker goes home at eight. Everything ends at a quarter to.",
    "The old school in Skelby has stood empty for three years. Eight groups would share it tomorrow.",
    "Please do not sell the Mill Street rooms before the new hall is open.",
    "We have a key and a five-year promise from the chapel. It is the best thing we have.",
  ],
  /** Under which code a colleague put each passage, without seeing the first one’s. */
  again: [0, 1, 2, 3, 2, 0],
  codes: ["Losing the building", "Getting in", "Price", "Storage"],
  text: {
    heading: "Where groups meet now",
    paragraph:
      "Most groups meet in rooms that belong to somebody else. The council lists 14 buildings as surplus. Half of them are let to groups by the hour.",
    pin: {
      sentence: "The council lists 14 buildings as surplus.",
      title: "Buildings on the list of surplus property",
      figure: "14",
      source: "Aldervale Borough Council (made up for this demonstration)",
      on: "2026-09-01",
      website: "https://council.example/property",
    },
    remark: {
      text: "I would say whose they are: the board will ask.",
      rewording:
        "Most groups meet in rooms that belong to the council, a church or a school. The council lists 14 buildings as surplus. Half of them are let to groups by the hour.",
    },
  },
} as const
