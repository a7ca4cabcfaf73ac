import type { Sql } from "postgres"
import { audienceRules } from "./rules/audiences"
import { erasingRules } from "./rules/erasing"
import { exampleRules } from "./rules/examples"
import { foundingRules } from "./rules/founding"
import { frozenRules } from "./rules/frozen"
import { jobRules } from "./rules/jobs"
import { jointPaperRules } from "./rules/joint-papers"
import { lioAccessRules } from "./rules/lio-access"
import { redactionRules } from "./rules/redactions"
import { searchRules } from "./rules/search"
import { servedAreaRules } from "./rules/served-areas"
import { sharedPathwayRules } from "./rules/shared-pathways"
import { viewRules } from "./rules/views"
import { DIRECTORY_TABLES, databaseRules, wallRules } from "./rules/walls"

/** Everything drizzle cannot say: walls between LIOs, grants, triggers, functions. Safe to run again at any time. */
export async function afterMigrations(sql: Sql) {
  await sql.begin(async (tx) => {
    await tx.unsafe("set local client_min_messages = warning")
    for (const rules of [
      wallRules,
      databaseRules,
      audienceRules(DIRECTORY_TABLES),
      frozenRules,
      redactionRules,
      jointPaperRules,
      erasingRules,
      exampleRules,
      lioAccessRules,
      foundingRules,
      searchRules,
      servedAreaRules,
      sharedPathwayRules,
      jobRules,
      viewRules,
    ])
      await tx.unsafe(rules)
  })
}
