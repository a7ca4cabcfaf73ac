import { log } from "../../log"
import type { Document } from "../model"
import { inOrder } from "../ordered"
import { UNPRINTABLE, unprintableInWords } from "../printable"
import { paperOf } from "./paper"
import { print } from "./printer"
import { TEMPLATE } from "./template"

const TRIES = 4

/** A document that can't be set as PDF; the log says why. */
export class Unprintable extends Error {}

/**
 * A document as PDF/UA-1: tagged, with its language and title. `unprintable`: signs that none of our fonts has, which the
 * document shows as � and names at its end. The same document gives the same bytes. Throws Unprintable.
 */
export async function writePdf(document: Document): Promise<{ bytes: Buffer; unprintable: string[] }> {
  const unprintable = new Set<string>()
  const paper = paperOf(inOrder(document), unprintable)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const missing = unprintableInWords(unprintable)
    let json = JSON.stringify(paper)
    for (const sign of unprintable) json = json.replaceAll(sign, UNPRINTABLE)
    const printed = await print({
      template: TEMPLATE,
      paper: JSON.stringify({ ...JSON.parse(json), missing }),
    })
    if ("bytes" in printed) return { bytes: Buffer.from(printed.bytes), unprintable: [...unprintable] }
    if ("problem" in printed) {
      log.error({ problem: printed.problem.slice(0, 2000) }, "A document was not set as PDF")
      throw new Unprintable(printed.problem)
    }
    for (const sign of printed.signs) unprintable.add(sign)
  }
  throw new Unprintable("signs")
}
