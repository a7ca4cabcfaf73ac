import { asPerson } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { sendResource } from "@/lib/mailings/resources/commands"
import { addResource } from "@/lib/resources/commands"
import { addResourceInput } from "@/lib/resources/input"
import { getResource } from "@/lib/resources/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import type { Place } from "./base"
import { pdfOf } from "./story/pdf"
import { CAST } from "./story/people"
import { RESOURCES } from "./story/resources"

const DAY = 86_400_000

/** The library: six resources with files and links, one of them due to be checked, sent to two groups and given to one of them in a session. */
export async function makeResources({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  const worker = <T>(work: Parameters<typeof asPerson<T>>[2], days: number) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: new Date(now.getTime() - days * DAY) })
  const groupIds = [...place.groups.values()].slice(2, 4).map(({ id }) => id)
  for (const { file, days, after, sent, given, themes = [], ...said } of RESOURCES) {
    const id = await worker(async (ctx) => {
      const input = addResourceInput.parse({
        ...said,
        termIds: themes.flatMap((key) => place.themes.get(key) ?? []),
        reviewOn: after ? daysAfter(ctx.today, after) : null,
      })
      const [me] = "personId" in ctx.actor ? [ctx.actor.personId] : [null]
      return (await addResource(ctx, { ...input, ownerId: me })).id
    }, days)
    if (file) {
      const uploads = [await readUpload({ name: file.name, bytes: pdfOf(said.title, file.lines) })]
      await worker(async (ctx) => {
        const { audience } = await getResource(ctx, id)
        await addFiles(ctx, {
          ...{ onKind: "resource", onId: id, kind: "other", runsUntil: null },
          ...{ audience, uploads },
        })
      }, days)
    }
    if (sent)
      await worker(
        (ctx) =>
          sendResource(ctx, { id, words: sent, ...{ groupIds, groupName: null, picks: [], newGroups: [] } }),
        9,
      )
    if (given)
      await worker(
        (ctx) =>
          recordSession(
            ctx,
            recordSessionInput.parse({
              ...{ kind: "visit", minutes: "60", groupIds: groupIds.slice(0, 1), note: given },
              ...{ guides: ["volunteers"], resources: [id] },
            }),
          ),
        5,
      )
  }
}
