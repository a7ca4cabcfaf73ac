import type { SESSION_KINDS } from "../../vocabulary"

/** A case of the story. Days are counted back from now. */
export type StoryCase = {
  by: "worker" | "manager"
  group: string
  title: string
  aim: string
  days: number
  confidential?: "yes"
  sessions: {
    days: number
    kind: keyof typeof SESSION_KINDS
    minutes: string
    note: string
    secret?: string
    task?: string
  }[]
  ended?: { days: number; words: string }
}

/** What took Aldervale CVS more than one session. */
export const CASES: StoryCase[] = [
  {
    by: "worker",
    group: "Hob’s Mill Food Bank",
    title: "Moving out of the Methodist hall",
    aim: "A dry store and a room with a ramp, in Hob’s Mill, by the end of March, at no more rent than now.",
    days: 47,
    sessions: [
      {
        days: 47,
        kind: "visit",
        minutes: "75",
        note: "Saw the hall and the damp in the store. The trustees want to stay in Hob’s Mill. Wrote down what they need: 30 square metres, a ramp, deliveries on Fridays.",
        task: "Ask the council about the empty shop in Mill Street",
      },
      {
        days: 29,
        kind: "phone",
        minutes: "20",
        note: "The council would let the shop for three years. They have to see the accounts first.",
        secret:
          "The treasurer says that last year’s accounts aren’t finished, because she has been in hospital. She doesn’t want the other trustees to know yet.",
      },
      {
        days: 8,
        kind: "advice",
        minutes: "60",
        note: "Went through the lease together. Two questions for the council: who mends the roof, and can they leave after a year?",
        task: "Read the new lease when it comes",
      },
    ],
  },
  {
    by: "worker",
    group: "Skelby Bowling Club",
    title: "A complaint about a coach",
    aim: "The committee wants to deal with it fairly and by its own safeguarding policy.",
    days: 19,
    confidential: "yes",
    sessions: [
      {
        days: 19,
        kind: "phone",
        minutes: "40",
        note: "Advice on the club’s policies.",
        secret:
          "Told them to ring the council’s safeguarding line today, and not to look into it by themselves.",
        task: "Ring the secretary to hear what the council said",
      },
    ],
  },
  {
    by: "manager",
    group: "Alderbridge Repair Café",
    title: "Becoming a CIO",
    aim: "A legal form in which the trustees aren’t liable themselves, before they rent the workshop.",
    days: 210,
    sessions: [
      {
        days: 210,
        kind: "advice",
        minutes: "60",
        note: "Talked through the legal forms. They settled on a CIO with members.",
      },
      {
        days: 150,
        kind: "email",
        minutes: "30",
        note: "Read their draft constitution and sent it back with remarks.",
      },
      { days: 96, kind: "phone", minutes: "15", note: "The Commission’s questions, and how to answer them." },
    ],
    ended: {
      days: 60,
      words: "Registered in September. They signed the lease of the workshop a week later.",
    },
  },
]
