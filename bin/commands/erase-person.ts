import { z } from "zod"
import type { Ctx } from "@/lib/access/ctx"
import { asSystem } from "@/lib/access/doors"
import { NotFound, RuleBroken } from "@/lib/errors"
import { eraseFromHistory } from "@/lib/people/erasing/commands"
import { type Command, needed } from "../command"

export const command: Command = {
  name: "erase person",
  usage: "--lio SHORT-NAME --person ID",
  help:
    "Permanently erases the details of somebody who has left from the history of one LIO.\n" +
    "The ID is the last part of the address of their page. What happened, when and to what is kept, with a mark in the\n" +
    "place of their name, addresses and numbers. Their own page, emails and files are not touched.",
  options: { lio: { type: "string" }, person: { type: "string" } },
  async run(given) {
    const [lio, id] = [needed(given, "lio"), needed(given, "person")]
    const erase = (ctx: Ctx) =>
      eraseFromHistory(ctx, { id: z.uuid("--person is not a valid ID.").parse(id) }).catch((refusal) => {
        throw refusal instanceof NotFound ? new RuleBroken("There is no such person in this LIO.") : refusal
      })
    return asSystem(lio, erase, { name: "Command line", via: "command" })
  },
  tell: (result) => {
    const { entries } = result as { entries: number }
    return `Erased their details from ${entries} history ${entries === 1 ? "entry" : "entries"}. Their own page, emails and files are not touched.`
  },
}
