import type { Group } from "@/lib/groups/queries"
import { SIZE_FIELDS } from "@/lib/groups/sizes/input"

/** The fields of each section of a group's details that are one fact each. */
export const FACTS: Record<string, (keyof Group)[]> = {
  about: ["name", "alsoKnownAs", "about"],
  contact: ["email", "phone", "secondPhone", "website", "address", "postcode"],
  size: [...SIZE_FIELDS],
  standing: [
    "stage",
    "stageSince",
    "stageReason",
    "sector",
    "legalForm",
    "faithBased",
    "registeredOn",
    "joinedOn",
  ],
  directory: ["directoryConsent", "directoryShows", "directorySaidBy", "directorySaidHow", "directorySaidOn"],
}
