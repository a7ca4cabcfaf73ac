import { asPerson } from "@/lib/access/doors"
import { enterEnquiry } from "@/lib/enquiries/commands"
import { enterInput } from "@/lib/enquiries/input"
import { addPathway } from "@/lib/enquiries/pathways/commands"
import { STARTER } from "@/lib/enquiries/pathways/words"
import { listSteps } from "@/lib/enquiries/queries"
import { beginPathway, changeStep, tickStep } from "@/lib/enquiries/steps/commands"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { dayOf } from "@/lib/words"
import { CAST } from "./story/people"

const DAY = 86_400_000

type StoryEnquiry = {
  days: number
  said: Record<string, string>
  /** On which days the first steps were done, counted back from now. */
  done: number[]
  session: { days: number; note: string }
}

const ON_THEIR_WAY: StoryEnquiry[] = [
  {
    days: 96,
    said: {
      source: "phone",
      name: "Parveen Akhtar",
      phone: "01632 960 144",
      email: "parveen@idea.example",
      about:
        "A walking group for women who have just moved to Hob’s Mill, with somebody to mind the children.",
      wanted: "How to start, and whether they need insurance.",
      place: "Hob’s Mill",
    },
    done: [90, 82, 54, 12],
    session: {
      days: 40,
      note: "Met three of the women at the baby bank. They chose a chair and a treasurer.",
    },
  },
  {
    days: 150,
    said: {
      source: "event",
      name: "Trevor Lunt",
      phone: "01632 960 171",
      about: "Bring the old bandstand in Mill Park back to life.",
      place: "Mill Park",
    },
    done: [140],
    session: { days: 128, note: "Told him about the Friends of Mill Park. He wants to talk to them first." },
  },
]

/** Two people with an idea on their way to a group; one of them has gone quiet. */
export async function makeOnTheirWay(lio: string, now: Date) {
  await asPerson(lio, { email: CAST.manager.email }, (ctx) => addPathway(ctx, STARTER), {
    now: new Date(now.getTime() - 160 * DAY),
  })
  for (const story of ON_THEIR_WAY) await makeOne(lio, now, story)
}

async function makeOne(lio: string, now: Date, { days, said, done, session }: StoryEnquiry) {
  const as = <T>(ago: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: new Date(now.getTime() - ago * DAY) })
  const { id } = await as(days, (ctx) => enterEnquiry(ctx, enterInput.parse(said)))
  await as(days - 2, (ctx) => beginPathway(ctx, { id, pathwayId: null, helperId: null }))
  const steps = await as(0, (ctx) => listSteps(ctx, id))
  for (const [at, ago] of done.entries())
    await as(ago, (ctx) => tickStep(ctx, { id: steps[at]?.id ?? "", done: true }))
  const next = steps[done.length]
  if (next)
    await as(done.at(-1) ?? 0, (ctx) =>
      changeStep(ctx, {
        ...{ id: next.id, title: next.title, helperId: null, note: null },
        dueOn: dayOf(new Date(now.getTime() + 9 * DAY)),
      }),
    )
  await as(session.days, (ctx) =>
    recordSession(
      ctx,
      recordSessionInput.parse({ kind: "outreach", note: session.note, enquiryIds: [id], minutes: "60" }),
    ),
  )
}
