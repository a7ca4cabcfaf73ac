import { CAST } from "./people"

/** Somebody who stands, for which group, and what they declare once they hold the seat. */
export type StoryCandidate = {
  name: string
  email: string
  group: string
  statement: string
  /** How many groups endorse them. */
  endorsements: number
  interests?: string | null
}

/** A vote about a seat: from so many days ago. Days count back from today. */
export type StoryElection = {
  planned: number
  nominationsUntil: number
  votingFrom: number
  votingUntil: number
  candidates: StoryCandidate[]
  /** What groups on the roll vote, one after the other, by the places of candidates; the rest don’t vote. */
  ballots: number[][]
}

/** How groups chose Joan Pickles for the Health and Wellbeing Board. */
export const HEALTH: StoryElection = {
  ...{ planned: 376, nominationsUntil: 355, votingFrom: 348, votingUntil: 332 },
  candidates: [
    {
      ...{ ...CAST.rep, group: "Aldervale Good Neighbours" },
      statement:
        "I’ve run Good Neighbours for nine years. We drive people to hospital, and I hear in the car what they don’t tell the doctor. I’ll read the papers, ask you before each meeting, and tell you plainly afterwards what was decided and what wasn’t. I won’t promise what the board can’t give.",
      endorsements: 2,
      interests: "I’m a patient participation group member at Moor Side Surgery.",
    },
    {
      ...{ ...CAST.member, group: "Hob’s Mill Food Bank" },
      statement:
        "Food, rent and health are one thing for the families I meet. I speak Polish and English, and I’m used to long meetings. I’d bring figures from the food bank to every one, and I’d ask what has become of last time’s promises before we make new ones.",
      endorsements: 2,
      interests: null,
    },
    {
      ...{ name: "Ruth Okafor", email: "ruth.okafor@aldervale.example" },
      group: "Alderbridge Citizens’ Help Desk",
      statement:
        "Our advisers see two thousand people a year, and half of them are ill or look after somebody who is. I know how benefits, housing and the NHS pass people round. I’d work for one door instead of five, and for letters that people can read.",
      endorsements: 2,
    },
  ],
  ballots: [
    ...[[0, 1, 2], [0], [1, 0], [2, 0], [0, 2], [1], [2, 0, 1], [0, 1], [1, 2], []],
    ...[[0], [2, 0], [1, 0, 2], [0, 2, 1], [1], [2, 1], [0, 1], [2], [0], [1, 0]],
    ...[
      [0, 2],
      [2, 0],
      [1, 2, 0],
    ],
  ],
}

/** How groups look for somebody who speaks for bus users: nominations are open. */
export const BUSES: StoryElection = {
  ...{ planned: 6, nominationsUntil: -15, votingFrom: -22, votingUntil: -36 },
  candidates: [
    {
      ...{ name: "Patience Clegg", email: "patience.clegg@aldervale.example", group: "Community Wheels" },
      statement:
        "We run two minibuses because the last bus goes at six. I know the timetable by heart, and the people who can’t come because of it. I’d keep asking until there’s an answer.",
      endorsements: 1,
    },
  ],
  ballots: [],
}
