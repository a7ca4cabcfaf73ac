import "server-only"
import type { Ctx } from "../../../access/ctx"
import { whenInWords } from "../../../calendar/words"
import type { Block, Document, Inline } from "../../../documents/model"
import { RuleBroken } from "../../../errors"
import { getLetterhead } from "../../../lios/letterhead/queries"
import { dayOf, formatDate, LOCALE, say } from "../../../words"
import { type Brief, getBrief } from "../queries"

const text = (words: string): Inline[] => [{ kind: "text", text: words }]
const strong = (words: string): Inline[] => [{ kind: "text", text: words, strong: true }]
const paragraph = (inlines: Inline[]): Block => ({ kind: "paragraph", inlines })

function sectionOf({ section, title, items, more }: Brief["sections"][number]): Block[] {
  const kept = items.filter(({ left }) => !left)
  if (kept.length === 0) return []
  return [
    { kind: "heading", level: 1, inlines: text(title), id: section },
    {
      kind: "list",
      ordered: false,
      items: kept.map(({ words, about }) => [
        paragraph(about ? [...strong(words), { kind: "break" }, ...text(about)] : strong(words)),
      ]),
    },
    ...(more > 0 ? [paragraph(text(say("And {count} more.", { count: more })))] : []),
  ]
}

/** A brief as a paper to take along. RuleBroken where there is none yet. */
export async function readBriefPaper(ctx: Ctx, meetingId: string): Promise<Document> {
  const { meeting, brief } = await getBrief(ctx, meetingId)
  if (!brief) throw new RuleBroken(say("There is no brief for this meeting yet."))
  const zone = ctx.lio.timezone
  return {
    title: say("Brief: {board}", { board: meeting.board }),
    summary: whenInWords(meeting),
    language: LOCALE,
    dated: formatDate(brief.gatheredAt, zone),
    day: dayOf(brief.gatheredAt, zone),
    version: say("As it stood on {day}", { day: formatDate(brief.gatheredAt, zone) }),
    letterhead: await getLetterhead(ctx),
    facts: [
      { label: say("Meeting"), value: whenInWords(meeting) },
      ...(meeting.place ? [{ label: say("Where"), value: meeting.place }] : []),
    ],
    contents: false,
    blocks: [
      ...(brief.words ? brief.words.split(/\n\n+/).map((part) => paragraph(text(part))) : []),
      ...(meeting.agenda
        ? [
            { kind: "heading" as const, level: 1 as const, inlines: text(say("Agenda")), id: "agenda" },
            ...meeting.agenda.split(/\n+/).map((line) => paragraph(text(line))),
          ]
        : []),
      ...brief.sections.flatMap(sectionOf),
    ],
    notes: [],
  }
}
