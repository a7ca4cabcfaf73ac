import { consultationJobs } from "./consultations/jobs"
import { digestJobs } from "./digest/jobs"
import { duplicateJobs } from "./duplicates/jobs"
import { emailJobs } from "./email/jobs"
import { groupJobs } from "./groups/jobs"
import { membershipJobs } from "./memberships/jobs"

/** What the rooms have done in the background: the one list that the worker reads. */
export const ROOM_JOBS = [emailJobs, digestJobs, membershipJobs, consultationJobs, duplicateJobs, groupJobs]
