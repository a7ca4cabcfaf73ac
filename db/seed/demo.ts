import path from "node:path"
import postgres from "postgres"
import { asSystem } from "@/lib/access/doors"
import { publishLibrary } from "@/lib/guides/library/publish"
import { describeLio, foundLio } from "@/lib/lios/commands"
import { makeAldervale, makeBrackendale } from "./base"
import { makeBoards } from "./boards"
import { makeCases } from "./cases"
import { makeChanges } from "./changes"
import { makeConsortia } from "./consortia"
import { makeDuplicates } from "./duplicates"
import { makeOnTheirWay } from "./enquiries"
import { makeEvents } from "./events"
import * as make from "./factories"
import { makeKept } from "./facts"
import { makeFiles } from "./files"
import { makeFunding } from "./funding"
import { makeGuides } from "./guides"
import { makeHealthChecks } from "./health-checks"
import { makeImports } from "./imports"
import { makeMemberships } from "./memberships"
import { makeNeedsInFull } from "./needs"
import { makeTalk } from "./networks"
import { makeOfficeWork } from "./office-work"
import { makeOpportunities } from "./opportunities"
import { makeOwnPages, makeProfile } from "./profile"
import { makeResources } from "./resources"
import { CAST } from "./story/people"
import { makeEnquiries, makeNeighbour, makePlacesOfDemo, makeSources } from "./support"
import { makeThread } from "./thread"
import { makeYear } from "./work"

/** Takes away what was written of a demo that was not finished: an installation with one holds nothing else. */
export const clearDemo = (operator: postgres.Sql) => operator`delete from lios`

/** Tells the story of Aldervale CVS and its neighbour in an empty database. Nobody in it exists. */
export async function seedDemo(now = new Date()) {
  const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
  try {
    await foundLio(operator, {
      slug: "demo",
      name: "Aldervale CVS",
      kind: "cvs",
      manager: CAST.manager.email,
      managerName: CAST.manager.name,
    })
    await foundLio(operator, {
      slug: "other",
      name: "Brackendale Voluntary Action",
      kind: "vag",
      manager: CAST.other.email,
      managerName: CAST.other.name,
    })
    await makePlacesOfDemo(operator)
    await publishLibrary(operator, path.join(import.meta.dirname, "../../guides"))
    await operator`update lios set demo = true where slug in ('demo', 'other')`
  } finally {
    await operator.end()
  }
  const story = { now, name: "The demo" }
  const place = await asSystem(
    "demo",
    async (ctx) => {
      await describeLio(ctx, {
        name: "Aldervale CVS",
        kind: "cvs",
        legalForm: "cio",
        charityNumber: "9900001",
        companyNumber: null,
        about:
          "We help voluntary groups in Aldervale to start, to thrive and to be heard: advice and training, networks, and a voice with the council and the NHS.",
        email: "hello@aldervale-cvs.example",
        phone: "01632 960 001",
        contactName: CAST.worker.name,
        website: null,
        address: "The Old Library, Market Place, Alderbridge",
        openingTimes: "Monday to Thursday, 9:30am to 4pm\nTuesday mornings: drop in without an appointment",
        digestWeekday: 2,
      })
      await makeProfile(ctx)
      await make.staff(ctx, { ...CAST.worker, level: "worker" })
      await make.staff(ctx, { ...CAST.viewer, level: "viewer" })
      return makeAldervale(ctx)
    },
    story,
  )
  await asSystem("demo", makeSources, story)
  await asSystem("other", makeBrackendale, story)
  await asSystem("other", makeNeighbour, story)
  await makeYear("demo", place, now)
  const talk = await makeTalk("demo", place, now)
  await makeKept("demo", place, now)
  await makeOwnPages("demo", place, now)
  await makeDuplicates("demo", place, now)
  await makeThread({ lio: "demo", place, talk, now })
  await makeMemberships({ lio: "demo", place, now })
  await makeChanges("demo", now)
  await makeImports("demo", now)
  await makeFiles("demo", place, now)
  await makeOfficeWork({ lio: "demo", place, now })
  await makeFunding({ lio: "demo", place, now })
  await makeOpportunities({ lio: "demo", place, now })
  await makeConsortia({ lio: "demo", place, now })
  await makeGuides({ lio: "demo", place, now })
  await makeResources({ lio: "demo", place, now })
  await makeCases({ lio: "demo", place, now })
  await makeHealthChecks({ lio: "demo", place, now })
  await makeOnTheirWay("demo", now)
  await makeNeedsInFull("demo", place, now)
  await makeEvents({ lio: "demo", place, now })
  await makeBoards({ lio: "demo", place, now })
  await asSystem("demo", makeEnquiries, { ...story, now: new Date(now.getTime() - 2 * 86_400_000) })
}
