"use server"

import { submit } from "@/app/_http/submit"
import { addService, changeService, moveService, setService } from "@/lib/services/commands"
import { changeServiceInput, moveServiceInput, serviceFields, setServiceInput } from "@/lib/services/input"
import { say } from "@/lib/words"

const toAll = (lio: string, text: string) => ({ to: `/${lio}/settings/services`, banner: { text } })
const done = (name: string, to: "published" | "draft" | "retired") =>
  ({
    published: say("{name} is on your public page now", { name }),
    draft: say("{name} is not on your public page now", { name }),
    retired: say("{name} is retired", { name }),
  })[to]

/** Adds a service. */
export const addServiceForm = submit("addService", serviceFields, addService, ({ id, name }, { lio }) => ({
  to: `/${lio}/settings/services/${id}`,
  banner: { text: say("Kept {name}. Publish it when it is ready.", { name }) },
}))
/** Changes what is said of a service. */
export const changeServiceForm = submit("changeService", changeServiceInput, changeService, (one, { lio }) =>
  toAll(lio, say("Saved {name}", { name: one.name })),
)
/** Publishes or retires a service. */
export const setServiceForm = submit("setService", setServiceInput, setService, ({ name, to }, { lio }) =>
  toAll(lio, done(name, to)),
)
/** Moves a service one place. */
export const moveServiceForm = submit("moveService", moveServiceInput, moveService, ({ name }, { lio }) =>
  toAll(lio, say("Moved {name}", { name })),
)
