import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
import { previewChange } from "@/lib/bulk/queries"
import { listAreas, listTerms } from "@/lib/groups/queries"
import { addTerm } from "@/lib/word-lists/commands"
import { CAST } from "./story/people"

const HOUR = 3_600_000

/** Changes to many groups at once: one long ago, one that was a mistake and was undone, one that can still be undone. */
export async function makeChanges(lio: string, now: Date) {
  const ago = <T>(hours: number, who: { email: string }, work: (ctx: Ctx) => Promise<T>) =>
    asPerson(lio, who, work, { now: new Date(now.getTime() - hours * HOUR) })
  /** A change to all groups that match, previewed as on the page. */
  const change = async (ctx: Ctx, said: { from: string; kind: string; to: string }) => {
    const input = changeManyInput.parse({ ...said, all: "yes" })
    const { seal } = await previewChange(ctx, input.which, input.change)
    return changeMany(ctx, { ...input, seal })
  }
  const [food, older] = await ago(220, CAST.worker, async (ctx) => {
    const terms = await listTerms(ctx)
    const idOf = (name: string) => terms.find((term) => term.name === name)?.id ?? ""
    return [idOf("Food and hardship"), idOf("Older people")]
  })
  await ago(216, CAST.worker, async (ctx) => {
    const tag = await addTerm(ctx, { list: "tag", name: "Winter fund 2026" })
    await change(ctx, { from: `term=${food}`, kind: "add-term", to: tag.id })
  })
  await ago(30, CAST.worker, async (ctx) => {
    const everywhere = (await listAreas(ctx)).find(({ kind }) => kind === "district")
    return change(ctx, { from: `term=${food}`, kind: "add-area", to: everywhere?.id ?? "" })
  }).then(({ id }) => ago(29, CAST.worker, (ctx) => undoChange(ctx, { id })))
  await ago(2, CAST.manager, async (ctx) => {
    const tag = (await listTerms(ctx)).find(({ name }) => name === "Winter fund 2026")
    await change(ctx, { from: `term=${older}`, kind: "add-term", to: tag?.id ?? "" })
  })
}
