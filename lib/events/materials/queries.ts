import "server-only"
import type { Ctx } from "../../access/ctx"
import { NotFound } from "../../errors"
import { listFilesAmong, readFile } from "../../files/queries"
import { say } from "../../words"
import { fileByBookingLink, type Party } from "../booking/queries"

/** What is for those who booked goes to whoever has, or had, a place. */
const hasPlace = ({ places }: Party) => places.some(({ state, came }) => state === "yes" || came)

/** The materials of the event that a booking is for, as its link shows them; none to those without a place. */
export const listMaterials = async (ctx: Ctx, party: Party) =>
  hasPlace(party) ? listFilesAmong(ctx, "event", [party.eventId]) : []

/** One of them. */
export const readMaterial = (link: { lio: string; key: string }, fileId: string) =>
  fileByBookingLink(link, async (ctx, party) => {
    const mine = (await listMaterials(ctx, party)).some(({ id }) => id === fileId)
    if (!mine) throw new NotFound(say("There is no such file."))
    return readFile(ctx, fileId)
  })
