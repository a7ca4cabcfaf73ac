import type { TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { addField } from "@/lib/fields/commands"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { addTerm, mergeTerm, retireTerm } from "@/lib/word-lists/commands"
import type { Place } from "./base"
import { CAST } from "./story/people"

const DAY = 86_400_000
const dayBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)

/** Words of the other lists, each with the groups that have them. */
const WORDS: {
  list: keyof typeof TERM_LISTS
  name: string
  groups: string[]
  end?: "retire" | { into: string }
}[] = [
  {
    list: "client_group",
    name: "Older people",
    groups: ["Aldervale Good Neighbours", "Memory Café Alderbridge"],
  },
  {
    list: "client_group",
    name: "The elderly",
    groups: ["St Oswin’s Lunch Club", "Thornclough Over-Sixties"],
    end: { into: "Older people" },
  },
  {
    list: "client_group",
    name: "Children and young people",
    groups: ["1st Skelby Scouts", "Little Acorns Playgroup", "Aldervale Youth Voice"],
  },
  {
    list: "service",
    name: "Hot meals",
    groups: ["St Oswin’s Lunch Club", "The Warm Room, Netherfold"],
  },
  { list: "tag", name: "Has a minibus", groups: ["Aldervale Good Neighbours"] },
  {
    list: "tag",
    name: "Jubilee fund 2022",
    groups: ["Friends of Mill Park", "Skelby Bowling Club"],
    end: "retire",
  },
]

/** Group → volunteers two years ago and one year ago, and the yearly incomes in pounds where the accounts were seen. */
const YEARS: [group: string, volunteers: [number, number], income?: [number, number, number]][] = [
  ["Hob’s Mill Food Bank", [31, 44], [61_400, 88_250, 104_900]],
  ["Alderbridge Community Pantry", [12, 25], [9_800, 22_300, 31_750]],
  ["Aldervale Good Neighbours", [70, 66], [48_200, 44_600, 41_900]],
  ["Alder River Trust", [28, 35]],
  ["Memory Café Alderbridge", [9, 14]],
  ["Skelby Community Fridge", [4, 8]],
  ["Friends of Mill Park", [26, 24]],
  ["1st Skelby Scouts", [15, 12]],
  ["Alderbridge Harriers", [11, 13]],
  ["Skelby Bowling Club", [23, 21]],
]

async function change(ctx: Ctx, id: string, said: Omit<Parameters<typeof changeGroup>[2], "version">) {
  const { version } = await getGroup(ctx, id)
  await changeGroup(ctx, id, { ...said, version })
}

async function makeWords(ctx: Ctx, place: Place) {
  const made = new Map<string, string>()
  for (const { list, name, groups, end } of WORDS) {
    const { id } = await addTerm(ctx, { list, name })
    made.set(name, id)
    for (const group of groups) {
      const groupId = place.groups.get(group)?.id ?? ""
      await change(ctx, groupId, { termIds: [...(await getGroup(ctx, groupId)).termIds, id] })
    }
    if (end === "retire") await retireTerm(ctx, { id })
    else if (end) await mergeTerm(ctx, { id, into: made.get(end.into) ?? "" })
  }
}

async function makeQuestions(ctx: Ctx, place: Place, now: Date) {
  const insured = await addField(ctx, {
    label: "Insurance runs until",
    hint: "The last day of the public liability policy.",
    kind: "date",
    options: [],
    forGroups: "change",
  })
  const hall = await addField(ctx, {
    label: "Has a room that others may hire",
    hint: null,
    kind: "yes_no",
    options: [],
    forGroups: "change",
  })
  const met = await addField(ctx, {
    label: "How we first met",
    hint: null,
    kind: "choice",
    options: ["They wrote to us", "At a fair", "Through another group", "On an outreach visit"],
    forGroups: "nothing",
  })
  const answers: [string, Record<string, unknown>][] = [
    [
      "Hob’s Mill Food Bank",
      { [insured.id]: dayBefore(now, -140), [hall.id]: false, [met.id]: "Through another group" },
    ],
    ["Aldervale Good Neighbours", { [insured.id]: dayBefore(now, -31), [met.id]: "They wrote to us" }],
    ["Alderbridge Community Pantry", { [insured.id]: dayBefore(now, -210), [hall.id]: true }],
    ["1st Skelby Scouts", { [insured.id]: dayBefore(now, 12), [hall.id]: true, [met.id]: "At a fair" }],
    ["Memory Café Alderbridge", { [hall.id]: false, [met.id]: "On an outreach visit" }],
  ]
  for (const [group, custom] of answers) await change(ctx, place.groups.get(group)?.id ?? "", { custom })
}

async function makeSizes(ctx: Ctx, place: Place, now: Date) {
  for (const [name, [first, second], income] of YEARS) {
    const id = place.groups.get(name)?.id ?? ""
    const { volunteers, sizesAsAt } = await getGroup(ctx, id)
    const incomes = income?.map((pounds) => pounds * 100)
    await change(ctx, id, { volunteers, income: incomes?.[2], sizesAsAt })
    await change(ctx, id, { volunteers: first, income: incomes?.[0], sizesAsAt: dayBefore(now, 765) })
    await change(ctx, id, { volunteers: second, income: incomes?.[1], sizesAsAt: dayBefore(now, 400) })
  }
}

/** What the manager keeps besides the usual: words of more lists, questions of the LIO's own, sizes over the years. */
export async function makeKept(lio: string, place: Place, now: Date) {
  const opening = { now: new Date(now.getTime() - 40 * DAY) }
  const manager = { email: CAST.manager.email }
  await asPerson(lio, manager, (ctx) => makeWords(ctx, place), opening)
  await asPerson(lio, manager, (ctx) => makeQuestions(ctx, place, now), opening)
  await asPerson(lio, manager, (ctx) => makeSizes(ctx, place, now), opening)
}
