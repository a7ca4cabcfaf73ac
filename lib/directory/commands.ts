import "server-only"
import type { Ctx } from "../access/ctx"
import { ensure } from "../errors"
import { record } from "../journal/commands"
import { setOptions } from "../lios/commands"
import { say } from "../words"
import type { ChooseDirectory } from "./input"
import { mayKeepDirectory } from "./policy"
import { hasDirectory } from "./queries"

/** Opens the public directory, or closes it for everybody. What each group said stays as it is. */
export async function chooseDirectory(ctx: Ctx, { hasDirectory: has }: ChooseDirectory) {
  ensure(mayKeepDirectory(ctx.actor), say("Only a manager can open or close the directory."))
  const had = await hasDirectory(ctx)
  if (had === has) return { has }
  await setOptions(ctx, { hasDirectory: has })
  await record(ctx, {
    what: "lio.directory",
    subject: ["lio", ctx.lio.id],
    summary: has ? say("Opened the public directory") : say("Closed the public directory"),
    from: { hasDirectory: had },
    to: { hasDirectory: has },
  })
  return { has }
}
