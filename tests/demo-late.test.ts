import { expect, it } from "vitest"
import { closeDatabases } from "@/db/client"
import { seedDemo } from "@/db/seed/demo"
import { asPerson } from "@/lib/access/doors"
import { listElections } from "@/lib/partnerships/elections/queries"
import { freshDatabase } from "./support/database"

it("The demo can be made late in the evening, too", async () => {
  const database = await freshDatabase()
  const late = new Date()
  late.setHours(23, 50)
  await seedDemo(late)
  const votes = await asPerson("demo", { email: "viewer@demo.example" }, listElections)
  expect(votes.map(({ state }) => state).sort()).toEqual(["ended", "nominating"])
  await closeDatabases()
  await database.drop()
})
