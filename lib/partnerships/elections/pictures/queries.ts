import "server-only"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { found } from "../../../errors"
import { readFile } from "../../../files/queries"
import { listStanding } from "../nominations/queries"
import { getElection } from "../queries"

/** The small picture of somebody who stands, for whoever may know of the election. NotFound before they’re shown there. */
export async function readPicture(ctx: Ctx, electionId: string, nominationId: string) {
  const election = await getElection(ctx, electionId)
  found(election.publishedAt && election.state !== "nominating" ? true : null)
  const one = (await listStanding(ctx, electionId)).find(({ id }) => id === nominationId)
  const pictureId = found(one?.pictureId)
  return readingAll(ctx, "the picture of somebody who stands goes with their name", () =>
    readFile(ctx, pictureId, { small: true }),
  )
}
