import { say } from "../../lib/words"

/** Kinds of other organisations that help groups, in the order in which the finder names them where all else is equal. */
export const SOURCE_KINDS = {
  local_authority: say("Local authority"),
  volunteer_centre: say("Volunteer centre"),
  youth: say("Youth association"),
  rural: say("Rural community council"),
  specialist: say("Specialist charity"),
  faith: say("Faith network"),
  funder: say("Funder"),
  other: say("Other source of support"),
} as const

/** Whom a source of support is there for in particular. */
export const SPECIALISMS = {
  lgbt: say("LGBT+ groups"),
  disabled: say("Disabled people’s groups"),
  faith: say("Faith groups"),
  minority: say("Black and minority ethnic groups"),
  young: say("Children’s and young people’s groups"),
  older: say("Older people’s groups"),
  women: say("Women’s groups"),
  rural: say("Rural groups"),
  health: say("Health and care groups"),
  arts: say("Arts groups"),
  sport: say("Sports clubs"),
  environment: say("Environmental groups"),
} as const
