import postgres from "postgres"
import { afterAll } from "vitest"
import { closeDatabases } from "@/db/client"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asPublic, asSystem } from "@/lib/access/doors"
import { foundLio } from "@/lib/lios/commands"
import { freshDatabase } from "./database"

type Work<T> = (ctx: Ctx) => Promise<T>

/** Two LIOs in a database of this file's own, with one of each kind of person in the first. */
export async function world() {
  const database = await freshDatabase()
  const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 2, onnotice: () => {} })
  const ribble = await foundLio(operator, {
    slug: "ribble",
    name: "Ribble CVS",
    kind: "cvs",
    manager: "manager@ribble.example",
    managerName: "Maureen Pye",
  })
  const other = await foundLio(operator, {
    slug: "other",
    name: "Other Valley VAG",
    kind: "vag",
    manager: "manager@other.example",
    managerName: "Owen Other",
  })
  const as = <T>(email: string, work: Work<T>, lio = "ribble") => asPerson(lio, { email }, work)
  const system = <T>(work: Work<T>, lio = "ribble", now?: Date) => asSystem(lio, work, { now })

  const cast = await system(async (ctx) => {
    const worker = await make.staff(ctx, {
      name: "Wendy Worker",
      email: "worker@ribble.example",
      level: "worker",
    })
    const viewer = await make.staff(ctx, {
      name: "Vic Trustee",
      email: "viewer@ribble.example",
      level: "viewer",
    })
    const foodbank = await make.group(ctx, { name: "Clitheroe Food Bank", stage: "member" })
    const choir = await make.group(ctx, { name: "Côr Meibion Llanfair", stage: "member" })
    const loner = await make.group(ctx, { name: "Whalley Chess Club", stage: "member" })
    const council = await make.group(ctx, {
      name: "Ribble Borough Council",
      sector: "statutory",
      stage: "not_member",
    })
    const lead = await make.speaker(ctx, {
      name: "Leila Lead",
      email: "lead@ribble.example",
      groups: [foodbank],
      speaks: "lead",
    })
    const member = await make.speaker(ctx, {
      name: "Mo Member",
      email: "member@ribble.example",
      groups: [foodbank, choir],
      speaks: "member",
    })
    const outsider = await make.speaker(ctx, {
      name: "Olga Outsider",
      email: "outsider@ribble.example",
      groups: [loner],
      speaks: "lead",
    })
    return { worker, viewer, foodbank, choir, loner, council, lead, member, outsider }
  })
  const stranger = await system(
    (ctx) => make.group(ctx, { name: "Stranger’s Society", stage: "member" }),
    "other",
  )

  afterAll(async () => {
    await closeDatabases()
    await operator.end()
    await database.drop()
  })

  return {
    ribble,
    other,
    operator,
    ...cast,
    /** A group of the other LIO. */
    stranger,
    as,
    system,
    asManager: <T>(work: Work<T>) => as("manager@ribble.example", work),
    asWorker: <T>(work: Work<T>) => as("worker@ribble.example", work),
    /** As a page reads for a worker: nothing can be written, and nothing locked. */
    asWorkerReading: <T>(work: Work<T>) =>
      asPerson("ribble", { email: "worker@ribble.example" }, work, { reads: true }),
    asViewer: <T>(work: Work<T>) => as("viewer@ribble.example", work),
    asLead: <T>(work: Work<T>) => as("lead@ribble.example", work),
    asMember: <T>(work: Work<T>) => as("member@ribble.example", work),
    /** Leads a group that has nothing to do with the case. */
    asOutsider: <T>(work: Work<T>) => as("outsider@ribble.example", work),
    asOtherManager: <T>(work: Work<T>) => as("manager@other.example", work, "other"),
    asPublic: <T>(work: Work<T>) => asPublic("ribble", work),
    /** Anybody who sends a form that is there for everybody. */
    asPublicSaving: <T>(work: Work<T>) => asPublic("ribble", work, { patience: "save" }),
  }
}
export type World = Awaited<ReturnType<typeof world>>
