"use server"

import { submit } from "@/app/_http/submit"
import { sendResource } from "@/lib/mailings/resources/commands"
import {
  addResource,
  changeResource,
  checkResource,
  restoreResource,
  retireResource,
} from "@/lib/resources/commands"
import {
  addResourceInput,
  changeResourceInput,
  resourceIdInput,
  sendResourceInput,
} from "@/lib/resources/input"
import { formatDate, say, sayCount } from "@/lib/words"

const to = (lio: string, id: string, text: string) => ({ to: `/${lio}/resources/${id}`, banner: { text } })

/** Adds a resource. */
export const addResourceForm = submit("addResource", addResourceInput, addResource, ({ id }, { lio, form }) =>
  to(
    lio,
    id,
    form.get("link") ? say("Added to the library.") : say("Added to the library. Now upload its file."),
  ),
)
/** Says it better. */
export const changeResourceForm = submit(
  "changeResource",
  changeResourceInput,
  changeResource,
  ({ id }, { lio }) => to(lio, id, say("Saved the resource")),
)
/** Says that it is still right. */
export const checkResourceForm = submit(
  "checkResource",
  resourceIdInput,
  checkResource,
  ({ id, reviewOn }, { lio }) =>
    to(lio, id, say("Thank you. We’ll ask again on {day}.", { day: formatDate(reviewOn) })),
)
/** Retires it. */
export const retireResourceForm = submit(
  "retireResource",
  resourceIdInput,
  retireResource,
  ({ id }, { lio }) => to(lio, id, say("Retired. Only staff can see it now.")),
)
/** Restores it. */
export const restoreResourceForm = submit(
  "restoreResource",
  resourceIdInput,
  restoreResource,
  ({ id }, { lio }) => to(lio, id, say("Restored. It’s in the library again.")),
)
/** Emails it to groups. */
export const sendResourceForm = submit(
  "sendResource",
  sendResourceInput,
  sendResource,
  ({ id, people }, { lio }) =>
    to(lio, id, sayCount(people, { one: "Sent to {count} person", other: "Sent to {count} people" })),
)
