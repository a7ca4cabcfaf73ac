import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Document } from "../../documents/model"
import { NotFound } from "../../errors"
import { getLogo } from "../look/queries"
import { getLio } from "../queries"

/** What stands on top of the LIO's papers. */
export async function getLetterhead(ctx: Ctx): Promise<Document["letterhead"]> {
  const { name, colour, phone, email, address } = await getLio(ctx)
  const logo = await getLogo(ctx).catch((refusal) => {
    if (refusal instanceof NotFound) return null
    throw refusal
  })
  const reach = [phone, email].filter(Boolean).join(" · ")
  return {
    name,
    lines: [address?.replace(/\s*\n\s*/g, ", ") ?? "", reach].filter(Boolean),
    colour,
    logo: logo && { form: "png", bytes: logo.bytes.toString("base64") },
  }
}
