import { makeOperatorLink } from "@/lib/sign-in/commands"
import { type Command, needed } from "../command"

export const command: Command = {
  name: "sign-in-link",
  usage: "--email ADDRESS",
  help: "Makes a link that signs somebody in. It works once, for 20 minutes, and stands in the log of their LIO.",
  options: { email: { type: "string" } },
  async run(given) {
    return { url: await makeOperatorLink(needed(given, "email")) }
  },
  tell: (result) => (result as { url: string }).url,
}
