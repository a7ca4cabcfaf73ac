import { formatDate, say, sayCount } from "../../words"

/** What a pin says, as it is printed. */
export type PinSaid =
  | { kind: "passage"; passageId: string; quote: string; by: string | null }
  | {
      kind: "question"
      consultation: string
      question: string
      finding: string
      answered: number
      counts: { label: string; count: number }[]
    }
  | { kind: "need"; need: string }
  | { kind: "sessions"; count: number; groups: number; work: string | null; from: string; until: string }
  | { kind: "topic"; title: string; network: string; posts: number }
  | { kind: "figure"; title: string; figure: string; source: string; on: string; website: string }

const groups = (count: number) => sayCount(count, { one: "{count} group", other: "{count} groups" })

/** What a pin says in one sentence. */
export function pinInWords(said: PinSaid): string {
  if (said.kind === "passage") return `“${said.quote}” ${said.by ?? say("A group that answered")}`
  if (said.kind === "question")
    return say("“{question}” {finding} ({groups} answered, in “{consultation}”)", {
      question: said.question,
      finding: said.finding,
      groups: groups(said.answered),
      consultation: said.consultation,
    })
  if (said.kind === "need") return say("A need on our register: {need}", { need: said.need })
  if (said.kind === "topic")
    return sayCount(
      said.posts,
      {
        one: "Discussed in {network}: “{title}” ({count} post)",
        other: "Discussed in {network}: “{title}” ({count} posts)",
      },
      { network: said.network, title: said.title },
    )
  if (said.kind === "figure")
    return say("{title}: {figure} ({source}, {day})", {
      title: said.title,
      figure: said.figure,
      source: said.source,
      day: formatDate(said.on),
    })
  const values = { groups: groups(said.groups), from: formatDate(said.from), until: formatDate(said.until) }
  return said.work
    ? sayCount(
        said.count,
        {
          one: "{count} session with {groups} from {from} to {until} ({work})",
          other: "{count} sessions with {groups} from {from} to {until} ({work})",
        },
        { ...values, work: said.work },
      )
    : sayCount(
        said.count,
        {
          one: "{count} session with {groups} from {from} to {until}",
          other: "{count} sessions with {groups} from {from} to {until}",
        },
        values,
      )
}
