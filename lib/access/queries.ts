import "server-only"
import { asc } from "drizzle-orm"
import { appDatabase } from "@/db/client"
import { lios } from "@/db/schema"

/** The ids of the LIOs of this installation: for jobs that go from one to the next, each through its own door. */
export async function listLioIds(): Promise<string[]> {
  const rows = await appDatabase().select({ id: lios.id }).from(lios).orderBy(asc(lios.slug))
  return rows.map(({ id }) => id)
}
