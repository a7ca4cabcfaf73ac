"use server"

import { submit } from "@/app/_http/submit"
import {
  addSessionType,
  changeSessionType,
  offerKinds,
  offerSessionType,
  retireSessionType,
} from "@/lib/sessions/types/commands"
import {
  addSessionTypeInput,
  changeSessionTypeInput,
  offerKindsInput,
  sessionTypeIdInput,
} from "@/lib/sessions/types/input"
import { say } from "@/lib/words"

const toTypes = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/session-types`,
  banner: { text },
})

export const addSessionTypeForm = submit(
  "addSessionType",
  addSessionTypeInput,
  addSessionType,
  ({ name }, where) =>
    toTypes(say("You can choose “{name}” now when you record a session.", { name }), where),
)
export const changeSessionTypeForm = submit(
  "changeSessionType",
  changeSessionTypeInput,
  changeSessionType,
  ({ name }, where) => toTypes(say("Saved: {name}", { name }), where),
)
export const retireSessionTypeForm = submit(
  "retireSessionType",
  sessionTypeIdInput,
  retireSessionType,
  ({ name }, where) =>
    toTypes(say("“{name}” isn’t offered any more. Sessions that have it keep it.", { name }), where),
)
export const offerSessionTypeForm = submit(
  "offerSessionType",
  sessionTypeIdInput,
  offerSessionType,
  ({ name }, where) => toTypes(say("“{name}” is offered again.", { name }), where),
)
export const offerKindsForm = submit("offerKinds", offerKindsInput, offerKinds, (_, where) =>
  toTypes(say("Saved which of the usual kinds are offered"), where),
)
