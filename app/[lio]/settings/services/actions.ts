"use server"

import { submit } from "@/app/_http/submit"
import { addService, changeService, moveService, setService } from "@/lib/services/commands"
import { changeServiceInput, moveServiceInput, serviceFields, setServiceInput } from "@/lib/services/input"

const toAll = (lio: string, text: string) => ({ to: `/${lio}/settings/services`, banner: { text } })
const DONE = {
  published: "is on your public page now",
  draft: "is not on your public page now",
  retired: "is retired",
}

/** Adds a service. */
export const addServiceForm = submit("addService", serviceFields, addService, ({ id, name }, { lio }) => ({
  to: `/${lio}/settings/services/${id}`,
  banner: { text: `Kept ${name}. Publish it when it is ready.` },
}))
/** Changes what is said of a service. */
export const changeServiceForm = submit("changeService", changeServiceInput, changeService, (one, { lio }) =>
  toAll(lio, `Saved ${one.name}`),
)
/** Publishes or retires a service. */
export const setServiceForm = submit("setService", setServiceInput, setService, ({ name, to }, { lio }) =>
  toAll(lio, `${name} ${DONE[to]}`),
)
/** Moves a service one place. */
export const moveServiceForm = submit("moveService", moveServiceInput, moveService, ({ name }, { lio }) =>
  toAll(lio, `Moved ${name}`),
)
