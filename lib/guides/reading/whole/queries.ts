import "server-only"
import type { Ctx } from "../../../access/ctx"
import { getLio } from "../../../lios/queries"
import { giverOf } from "../giver"
import { guideDocument } from "../paper"
import { getGuide, listGuides, relatedTo, versionIn } from "../queries"

/** A guide as an LIO gives it, with the document that it makes: the newest version, or the one that an address names; `onPaper`: for a file. NotFound. Public. */
export async function readGuide(ctx: Ctx, slug: string, version?: string, onPaper = false) {
  const guide = await getGuide(ctx, slug, versionIn(version))
  const giver = await giverOf(ctx, { onPaper })
  const { demo } = await getLio(ctx)
  const document = guideDocument(guide, giver, relatedTo(guide, await listGuides(ctx)))
  return { guide, giver, document, demo }
}
