import "server-only"
import type { Ctx } from "../../access/ctx"
import { NotFound } from "../../errors"
import { getLogo } from "../../lios/look/queries"
import { getLio } from "../../lios/queries"
import type { Giver } from "./paper"

const base = () => process.env.APP_URL ?? ""

/** The installation as who gives its guides. */
export const theInstallation = (): Giver => ({
  name: "Trellis",
  lio: null,
  colour: null,
  logo: null,
  guidesAt: `${base()}/guides`,
  findAt: `${base()}/find`,
})

/** The LIO as who gives a guide, with its look and how to reach it. Public. */
export async function giverOf(ctx: Ctx): Promise<Giver> {
  const { name, colour, phone, email, website, address, openingTimes, timezone } = await getLio(ctx)
  const logo = await getLogo(ctx).catch((refusal) => {
    if (refusal instanceof NotFound) return null
    throw refusal
  })
  return {
    name,
    lio: { phone, email, website, address, openingTimes },
    colour,
    logo: logo ? { form: "png", bytes: logo.bytes.toString("base64") } : null,
    guidesAt: `${base()}/${ctx.lio.slug}/guides`,
    findAt: `${base()}/find`,
    zone: timezone,
  }
}
