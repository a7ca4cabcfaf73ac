import postgres from "postgres"
import { foundLio } from "@/lib/lios/commands"
import type { FoundLio } from "@/lib/lios/input"
import { type Command, needed } from "../command"

export const command: Command = {
  name: "lio create",
  usage: "--slug SHORT-NAME --name NAME --kind KIND --manager EMAIL [--manager-name NAME]",
  help: "Makes a local infrastructure organisation with its first manager.\nKinds: cvs, vag, volunteer_centre, youth, rural, other.",
  options: {
    slug: { type: "string" },
    name: { type: "string" },
    kind: { type: "string" },
    manager: { type: "string" },
    "manager-name": { type: "string" },
  },
  async run(given) {
    const sql = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      const lio = await foundLio(sql, {
        slug: needed(given, "slug"),
        name: needed(given, "name"),
        kind: needed(given, "kind") as FoundLio["kind"],
        manager: needed(given, "manager"),
        managerName: given.options["manager-name"],
      })
      return { lio }
    } finally {
      await sql.end()
    }
  },
  tell: (result) => `Made /${(result as { lio: { slug: string } }).lio.slug}. Its manager can sign in now.`,
}
