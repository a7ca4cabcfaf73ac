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
    "Takes the details of somebody who has left out of the history of one LIO, for good.\n" +
    "The ID is the last part of the address of their page. What happened, when and to what stays in the history, with a\n" +
    "mark in the place of their name, addresses and numbers. Their own entry, letters and files are not touched.",
  options: { lio: { type: "string" }, person: { type: "string" } },
  async run(given) {
    const [lio, id] = [needed(given, "lio"), needed(given, "person")]
    const erase = (ctx: Ctx) =>
      eraseFromHistory(ctx, { id: z.uuid("--person is no ID.").parse(id) }).catch((refusal) => {
        throw refusal instanceof NotFound ? new RuleBroken("There is no such person in this LIO.") : refusal
      })
    return asSystem(lio, erase, { name: "Command line", via: "command" })
  },
  tell: (result) => {
    const { entries } = result as { entries: number }
    return `Changed ${entries} ${entries === 1 ? "entry" : "entries"} of the history.`
  },
}
