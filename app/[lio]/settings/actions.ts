"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { chooseDirectory } from "@/lib/directory/commands"
import { directoryInput } from "@/lib/directory/input"
import { chooseOwnPages } from "@/lib/groups/proposals/commands"
import { ownPagesInput } from "@/lib/groups/proposals/input"
import { addNeighbourhood, addPlaces, removeArea } from "@/lib/lios/areas/commands"
import { addNeighbourhoodInput, addPlacesInput, areaIdInput } from "@/lib/lios/areas/input"
import { describeLio, endStaff, inviteStaff } from "@/lib/lios/commands"
import { describeLioInput, inviteStaffInput } from "@/lib/lios/input"
import { chooseColour, removeLogo } from "@/lib/lios/look/commands"
import { colourInput } from "@/lib/lios/look/input"
import { changeLevel, inviteAgain } from "@/lib/lios/staff/commands"
import { changeLevelInput, staffIdInput } from "@/lib/lios/staff/input"
import { choosePapers } from "@/lib/representations/signing/commands"
import { papersInput } from "@/lib/representations/signing/input"
import { inWords, say, sayCount } from "@/lib/words"

/** Changes what the LIO says of itself. */
export const describeForm = submit("describeLio", describeLioInput, describeLio, (_done, { lio }) => ({
  to: `/${lio}/settings`,
  banner: { text: say("Your profile is saved.") },
}))
/** Chooses the LIO's colour. */
export const chooseColourForm = submit("chooseColour", colourInput, chooseColour, (_done, { lio }) => ({
  to: `/${lio}/settings/look`,
  banner: { text: say("Your pages have this colour now.") },
}))
/** Takes the logo off. */
export const removeLogoForm = submit("removeLogo", z.object({}), removeLogo, (_done, { lio }) => ({
  to: `/${lio}/settings/look`,
  banner: { text: say("The logo is removed.") },
}))

/** Back to the areas; also while Trellis is being set up. */
const toAreas = (text: string, { lio, form }: { lio: string; form: FormData }) => ({
  to: `/${lio}/settings/areas${form.get("first") === "1" ? "?first=1" : ""}`,
  banner: { text },
})
/** Adds the districts and wards that are ticked. */
export const addPlacesForm = submit("addPlaces", addPlacesInput, addPlaces, ({ names }, where) =>
  toAreas(
    names.length > 6
      ? sayCount(names.length, { one: "Added {count} area", other: "Added {count} areas" })
      : say("Added {names}", { names: inWords(names) }),
    where,
  ),
)
/** Adds a neighbourhood by its name. */
export const addNeighbourhoodForm = submit(
  "addNeighbourhood",
  addNeighbourhoodInput,
  addNeighbourhood,
  ({ name }, where) => toAreas(say("Added {name}", { name }), where),
)
/** Takes an area off the list. */
export const removeAreaForm = submit("removeArea", areaIdInput, removeArea, ({ name, groups }, where) =>
  toAreas(
    groups > 0
      ? sayCount(
          groups,
          {
            one: "Removed {area}, which {count} group named",
            other: "Removed {area}, which {count} groups named",
          },
          { area: name },
        )
      : say("Removed {area}", { area: name }),
    where,
  ),
)

/** Chooses what groups may change themselves. */
export const ownPagesForm = submit("chooseOwnPages", ownPagesInput, chooseOwnPages, (_done, { lio }) => ({
  to: `/${lio}/settings`,
  banner: { text: say("Saved. This is what groups may change from now on.") },
}))
/** Chooses whether papers are signed off before they are published. */
export const papersForm = submit("choosePapers", papersInput, choosePapers, (_done, { lio }) => ({
  to: `/${lio}/settings`,
  banner: { text: say("Saved.") },
}))
/** Opens or closes the public directory. */
export const directoryForm = submit(
  "chooseDirectory",
  directoryInput,
  chooseDirectory,
  ({ has }, { lio }) => ({
    to: `/${lio}/settings/directory`,
    banner: { text: has ? say("There is a public directory") : say("There is no public directory now") },
  }),
)
/** Invites somebody to the staff. */
export const inviteForm = submit("inviteStaff", inviteStaffInput, inviteStaff, (person, { lio }) => ({
  to: `/${lio}/settings/staff`,
  banner: { text: say("{person} can sign in now. We have written to them.", { person: person.name }) },
}))
/** Ends somebody's work here. */
export const endStaffForm = submit("endStaff", staffIdInput, endStaff, (_done, { lio }) => ({
  to: `/${lio}/settings/staff`,
  banner: { text: say("They are signed out and cannot come in as staff any more.") },
}))
/** Changes what one of the staff may do. */
export const changeLevelForm = submit("changeLevel", changeLevelInput, changeLevel, ({ name }, { lio }) => ({
  to: `/${lio}/settings/staff`,
  banner: { text: say("Saved what {name} may do.", { name }) },
}))
/** Writes once more to somebody who has not been in. */
export const inviteAgainForm = submit("inviteAgain", staffIdInput, inviteAgain, ({ name }, { lio }) => ({
  to: `/${lio}/settings/staff`,
  banner: { text: say("We have written to {name} again.", { name }) },
}))
