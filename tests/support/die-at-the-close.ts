import { asSystem } from "@/lib/access/doors"
import { moveElection } from "@/lib/partnerships/elections/moving/commands"

const [id = "", now = ""] = process.argv.slice(2)

/** Counts a vote, and dies when all is written and nothing committed. */
await asSystem(
  "ribble",
  async (ctx) => {
    await moveElection(ctx, id)
    process.kill(process.pid, "SIGKILL")
    await new Promise(() => {})
  },
  { now: new Date(now) },
)
