import "server-only"
import type { Ctx } from "../../access/ctx"
import { NotFound } from "../../errors"
import { getLogo } from "../../lios/look/queries"
import { getLio } from "../../lios/queries"
import type { Giver } from "./paper"
import { listGuides } from "./queries"

const base = () => process.env.APP_URL ?? ""

/** The installation as who gives its guides. */
export const theInstallation = (): Giver => ({
  name: "Trellis",
  lio: null,
  colour: null,
  logo: null,
  guidesAt: `${base()}/guides`,
  sharedAt: `${base()}/guides`,
  shown: [],
  findAt: `${base()}/find`,
})

/** The LIO's logo; null where it has none. */
async function logoOf(ctx: Ctx): Promise<Giver["logo"]> {
  try {
    const { bytes } = await getLogo(ctx)
    return { form: "png", bytes: bytes.toString("base64") }
  } catch (refusal) {
    if (refusal instanceof NotFound) return null
    throw refusal
  }
}

/** The LIO as who gives a guide, with how to reach it; `onPaper`: with its logo too. Public. */
export async function giverOf(ctx: Ctx, { onPaper = false } = {}): Promise<Giver> {
  const { name, colour, phone, email, website, address, openingTimes, timezone } = await getLio(ctx)
  return {
    name,
    lio: { phone, email, website, address, openingTimes },
    colour,
    logo: onPaper ? await logoOf(ctx) : null,
    guidesAt: `${base()}/${ctx.lio.slug}/guides`,
    sharedAt: `${base()}/guides`,
    shown: (await listGuides(ctx)).map(({ slug }) => slug),
    findAt: `${base()}/find`,
    zone: timezone,
  }
}
