import { accessRetention } from "./access/retention"
import { annualCheckJobs } from "./annual-check/jobs"
import { consultationJobs } from "./consultations/jobs"
import { digestJobs } from "./digest/jobs"
import { draftRetention } from "./drafts/retention"
import { duplicateJobs } from "./duplicates/jobs"
import { emailJobs } from "./email/jobs"
import { emailRetention } from "./email/retention"
import { groupJobs } from "./groups/jobs"
import { housekeepingJobs } from "./housekeeping/jobs"
import { importJobs } from "./imports/jobs"
import { importRetention } from "./imports/retention"
import { journalRetention } from "./journal/retention"
import { membershipJobs } from "./memberships/jobs"

/** What the rooms keep for a time only, and for how long: the one list of it. */
export const ROOM_RETENTION = [
  ...journalRetention,
  ...accessRetention,
  ...emailRetention,
  ...draftRetention,
  ...importRetention,
]

/** What the rooms have done in the background: the one list that the worker reads. */
export const ROOM_JOBS = [
  emailJobs,
  digestJobs,
  membershipJobs,
  consultationJobs,
  duplicateJobs,
  groupJobs,
  annualCheckJobs,
  importJobs,
  housekeepingJobs(ROOM_RETENTION),
]
