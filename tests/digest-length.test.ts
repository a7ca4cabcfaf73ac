import { expect, it } from "vitest"
import { digestFor, sortFacts } from "@/lib/digest/contents"
import type { Facts, Reader } from "@/lib/digest/queries"

const now = new Date("2026-11-24T09:00:00Z")
const at = "2026-11-23T12:00:00Z"
const count = <T>(times: number, one: (n: number) => T) => Array.from({ length: times }, (_, n) => one(n))

const reader: Reader = {
  ...{ id: "me", name: "Mo", email: "mo@x.example", rhythm: "weekly", stopped: false, suppressed: false },
  ...{ level: "worker", groups: [{ id: "g", lead: true }], last: null, made: [] },
}
const facts: Facts = {
  boards: [],
  rooms: [],
  now,
  lio: { id: "lio", slug: "ribble", timezone: "Europe/London" },
  asked: [],
  chases: [],
  choosing: [],
  steps: count(4, (n) => ({
    personId: "me",
    id: `s${n}`,
    what: `Step ${n}`,
    dueOn: "2026-11-25",
    group: null,
  })) as Facts["steps"],
  happened: count(3, (n) => ({
    ...{
      version: null,
      groupId: "g",
      kind: "consultation" as const,
      id: `h${n}`,
      title: `Outcome ${n}`,
      words: "Yes",
    },
    ...{ reply: null, body: null, at },
  })),
  posts: count(4, (n) => ({
    ...{
      id: `p${n}`,
      topicId: `old${n}`,
      topic: `Old ${n}`,
      networkId: "n",
      network: "Food",
      starterId: "me",
    },
    ...{
      personId: "ann",
      author: "Ann",
      group: null,
      parentAuthorId: null,
      people: [],
      groups: [],
      createdAt: at,
    },
  })),
  topics: count(6, (n) => ({
    ...{ id: `t${n}`, networkId: "n", network: "Food", title: `Topic ${n}`, personId: "ann", author: "Ann" },
    ...{ group: null, lastPostAt: at, replies: 0, decided: false, news: "topic" as const, at },
  })),
  joined: [{ networkId: "n", groupId: "g" }],
  networkLevels: [],
  topicReads: [],
  opportunities: [],
}

it("A digest holds what needs its reader, and five other things at most; it says how many more there are", () => {
  const digest = digestFor(reader, sortFacts(facts))
  const beside = digest?.sections.filter(({ title }) => title !== "Needs you") ?? []
  expect(beside.map(({ items, more }) => [items.length, more])).toEqual([
    [3, 0],
    [2, 2],
    [0, 6],
  ])
  expect(digest?.count).toBe(4 + 3 + 4 + 6)
})
