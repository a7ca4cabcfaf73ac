import { isIP } from "node:net"
import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** From so many addresses releases are fetched at most. */
export const MOST_SOURCES = 10

const ADDRESS = say("Enter the whole address of a release package, beginning with https://")

/** An address on the web; what it leads to is checked again each time that it is read. */
function isWebAddress(typed: string): boolean {
  if (!URL.canParse(typed)) return false
  const { protocol, hostname, username, port } = new URL(typed)
  const named =
    hostname.includes(".") && isIP(hostname) === 0 && !/\.(local|internal|localhost)$/i.test(hostname)
  return protocol === "https:" && !username && (port === "" || port === "443") && named
}

/** An address from which releases are to be fetched. */
export const addSourceInput = z.object({
  name: wordsSaid(say("Enter what it’s called, like Contracts Finder"), 100),
  address: wordsSaid(ADDRESS, 2000).refine(isWebAddress, ADDRESS),
})
export type AddSource = z.output<typeof addSourceInput>

/** One of them. */
export const sourceIdInput = z.object({ id: z.uuid() })
