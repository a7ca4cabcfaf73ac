import { describe, expect, it } from "vitest"
import { nextThing, type Progress, stateInWords } from "@/lib/consultations/progress/words"

const now = new Date("2026-06-01T10:00:00Z")
const at = (day: string) => new Date(`${day}T16:00:00Z`)

type Over = Partial<Omit<Progress, "consultation">> & { consultation?: Partial<Progress["consultation"]> }

/** A draft with nothing in it yet, and whatever differs from that. */
const progress = ({ consultation, ...over }: Over = {}): Progress => ({
  consultation: {
    title: "Buses after six",
    state: "draft",
    closesAt: null,
    closedAt: null,
    finishedAt: null,
    periodReason: null,
    ...consultation,
  },
  short: false,
  questions: 0,
  audience: 0,
  asked: 0,
  answered: 0,
  nothing: 0,
  toRemind: 0,
  written: 0,
  passages: 0,
  uncoded: 0,
  representations: [],
  now,
  ...over,
})
const paper = { id: "r", title: "Later buses", sentOn: null, closedAt: null }
const draft = { closesAt: at("2026-09-30") }
const open = { state: "open" as const, closesAt: at("2026-06-09") }
const closed = { state: "closed" as const, closesAt: at("2026-05-20"), closedAt: at("2026-05-20") }
const heard = { questions: 5, asked: 41, answered: 12 }

/** Every state a consultation may be in, in the order in which it goes through them. */
const STEPS: [step: string, page: string, of: Over][] = [
  ["questions", "questions", { audience: 41, consultation: draft }],
  ["audience", "audience", { questions: 5, consultation: draft }],
  ["date", "plan", { questions: 5, audience: 41 }],
  ["date", "plan", { questions: 5, audience: 41, consultation: { closesAt: at("2026-05-30") } }],
  ["reason", "plan", { questions: 5, audience: 41, short: true, consultation: draft }],
  [
    "open",
    "email",
    { questions: 5, audience: 41, short: true, consultation: { ...draft, periodReason: "May" } },
  ],
  ["open", "email", { questions: 5, audience: 41, consultation: draft }],
  ["chase", "reach", { ...heard, toRemind: 20, consultation: open }],
  ["chase", "reach", { ...heard, toRemind: 0, consultation: open }],
  ["close", "plan", { ...heard, answered: 30, nothing: 11, consultation: open }],
  ["close", "plan", { ...heard, written: 9, consultation: { ...closed, closedAt: null } }],
  ["read", "passages", { ...heard, written: 9, consultation: closed }],
  ["code", "passages", { ...heard, written: 9, passages: 3, uncoded: 1, consultation: closed }],
  ["represent", "representation", { ...heard, written: 9, passages: 3, consultation: closed }],
  [
    "represented",
    "representation",
    { ...heard, written: 9, passages: 3, representations: [paper], consultation: closed },
  ],
  [
    "outcome",
    "outcome",
    {
      ...heard,
      written: 9,
      passages: 3,
      representations: [{ ...paper, closedAt: now }],
      consultation: closed,
    },
  ],
  ["outcome", "outcome", { ...heard, consultation: closed }],
  ["outcome", "outcome", { asked: 41, questions: 5, consultation: closed }],
]

describe("The next thing to do with a consultation", () => {
  it.each(STEPS)("is to go on with %s, on the page /%s", (step, page, of) => {
    expect(nextThing(progress(of))).toMatchObject({ step, page })
  })

  it("is nothing once it was stopped, and it says that nothing is counted", () => {
    const stopped = progress({ ...heard, consultation: { ...closed, state: "stopped" } })
    expect(nextThing(stopped)).toBeNull()
    expect(stateInWords(stopped)).toEqual({
      state: "Stopped",
      words: "On 20 May 2026. No answers are counted or used.",
    })
  })

  it("is nothing once the groups were told what came of it", () => {
    expect(nextThing(progress({ ...heard, consultation: { ...closed, state: "finished" } }))).toBeNull()
  })

  it("says who knows already, where a paper has told them", () => {
    const done = { ...heard, written: 9, passages: 3, consultation: closed }
    const told = nextThing(progress({ ...done, representations: [{ ...paper, closedAt: now }] }))?.words
    expect(told).toMatch(/quoted in its paper know what came of that/)
    expect(nextThing(progress({ ...heard, consultation: closed }))?.words).toMatch(/^Tell the groups/)
  })

  it("says how many can be reminded, and how many must be rung", () => {
    const words = (of: Over) => nextThing(progress({ ...heard, consultation: open, ...of }))?.words
    expect(words({ toRemind: 20 })).toBe(
      "29 groups haven’t answered, and it closes in 8 days. 20 can be reminded by email; 9 need a call.",
    )
    expect(words({ answered: 40, toRemind: 0 })).toBe(
      "1 group hasn’t answered, and it closes in 8 days. 1 needs a call.",
    )
    expect(words({ toRemind: 29, consultation: { ...open, closesAt: at("2026-06-02") } })).toContain(
      "it closes tomorrow. All can be reminded by email.",
    )
  })
})

describe("The line over each page of a consultation", () => {
  it("says where it stands", () => {
    const line = (of: Over) => Object.values(stateInWords(progress(of))).join(": ")
    expect(line({})).toBe("Draft: Nobody has been asked yet")
    expect(line({ ...heard, consultation: open })).toBe(
      "Open: Until 9 June 2026 (8 days left). 12 of 41 groups have answered (29%)",
    )
    expect(line({ ...heard, consultation: closed })).toBe(
      "Closed: On 20 May 2026. 12 of 41 groups have answered (29%)",
    )
    expect(line({ ...heard, consultation: { ...closed, state: "finished" } })).toContain(
      "Finished: Closed on 20 May",
    )
  })
})
