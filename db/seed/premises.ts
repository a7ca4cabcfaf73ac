import { asPerson } from "@/lib/access/doors"
import { saveBlock } from "@/lib/consultations/blocks/commands"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { addPin } from "@/lib/representations/pins/commands"
import { addPart } from "@/lib/representations/text/commands"
import { remark } from "@/lib/representations/together/commands"
import { type Asking, answer, close, makeConsultation } from "./consultations"
import { peopleSay } from "./people-say"
import { CAST } from "./story/people"
import { PREMISES } from "./story/premises"
import { codeAlone, type Story, staff, take } from "./telling"

/** Asked and analysed; its representation is being written. */
export async function tellOfPremises(story: Story) {
  const { lio, place, now } = story
  const asking: Asking = {
    ...PREMISES,
    body: "Aldervale Borough Council",
    audience: "view:stage=member",
    openedDays: 58,
    closesDays: -16,
  }
  const asked = await makeConsultation(lio, place, now, asking)
  await staff(story, 58, (ctx) =>
    saveBlock(ctx, {
      consultationId: asked.id,
      name: "Where your group meets",
      questionIds: ["where", "leave", "room"].flatMap((key) => asked.questions.get(key) ?? []),
    }),
  )
  const names = [...place.voices.keys()].filter((name) => place.groups.has(name)).slice(0, PREMISES.groups)
  for (const [n, group] of names.entries()) {
    const say = PREMISES.says[n % PREMISES.says.length] ?? ""
    const where = [0, 1, 1, 2, 2, 2, 4, 5][n % 8] ?? 2
    const says = {
      where,
      ...(where === 2 ? { leave: [1, 2, 1, 0, 1, 3][n % 6] ?? 1 } : {}),
      problems: [[0, 4], [1], [0, 2], [3], [2, 3], [6]][n % 6] ?? [0],
      secure: ((n * 7) % 5) + 1,
      room: [3, 2, 1, 5, 2].map((point, at) =>
        n % 5 === at ? 0 : ((point + n * (at % 4) + (n >> at)) % 5) + 1,
      ),
      ...(n < PREMISES.says.length ? { say } : {}),
    }
    await answer(lio, place, now, asked, asking, { group, says, day: 50 - (n % 30) })
  }
  await peopleSay(lio, new Date(now.getTime() - 30 * 86_400_000), asked, asking, PREMISES.people)
  await close(lio, now, asked, 16)
  const taken = PREMISES.says.slice(0, 6).map((quote, n) => ({
    group: names[n] ?? "",
    question: "say",
    quote: quote.split(". ")[0] ?? quote,
    code: PREMISES.codes[[0, 1, 2, 3, 1, 0][n] ?? 0] ?? "",
  }))
  const passages = await staff(story, 6, (ctx) => take(ctx, asked, taken))
  await codeAlone(
    story,
    5,
    asked,
    passages,
    PREMISES.again.map((code) => PREMISES.codes[code] ?? ""),
  )
  await staff(story, 3, async (ctx) => {
    const { id } = await startRepresentation(ctx, {
      title: "Rooms that groups need: before the council decides on its buildings",
      bodyId: place.groups.get("Aldervale Borough Council")?.id ?? "",
      addressee: "Head of property",
      consultationId: asked.id,
      introduction:
        "The council reviews its buildings in the spring. Groups told us where they meet and what stands in the way.",
    })
    const ask = await addAsk(ctx, {
      representationId: id,
      text: "Keep the Mill Street rooms open until the new hall is ready.",
      why: null,
    })
    await pinPassage(ctx, { askId: ask.id, passageId: passages[0] ?? "" })
    await addAsk(ctx, { representationId: id, text: "Let groups share the old school in Skelby.", why: null })
    await addPart(ctx, { representationId: id, kind: "heading", text: PREMISES.text.heading })
    const part = await addPart(ctx, {
      representationId: id,
      kind: "paragraph",
      text: PREMISES.text.paragraph,
    })
    const { sentence, ...pin } = PREMISES.text.pin
    await addPin(ctx, { partId: part.id, kind: "figure", sentence, ...pin })
    return { id, part: part.id }
  }).then(({ id, part }) =>
    asPerson(lio, { email: CAST.viewer.email }, (ctx) =>
      remark(ctx, {
        ...{ representationId: id, askId: null, partId: part },
        ...PREMISES.text.remark,
      }),
    ),
  )
}
