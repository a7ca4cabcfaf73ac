"use server"

import { submit } from "@/app/_http/submit"
import { addField, changeField, moveField, offerField, retireField } from "@/lib/fields/commands"
import { addFieldInput, changeFieldInput, fieldIdInput, moveFieldInput } from "@/lib/fields/input"
import { say } from "@/lib/words"

const toList = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/fields`,
  banner: { text },
})

export const addFieldForm = submit("addField", addFieldInput, addField, ({ label }, where) =>
  toList(say("“{label}” is asked of every group now.", { label }), where),
)
export const changeFieldForm = submit("changeField", changeFieldInput, changeField, ({ label }, where) =>
  toList(say("Saved “{label}”", { label }), where),
)
export const moveFieldForm = submit("moveField", moveFieldInput, moveField, ({ label, moved }, where) =>
  toList(
    moved ? say("Moved “{label}”", { label }) : say("“{label}” is at the end already", { label }),
    where,
  ),
)
export const retireFieldForm = submit("retireField", fieldIdInput, retireField, ({ label }, where) =>
  toList(say("“{label}” is asked no more. Its answers are kept.", { label }), where),
)
export const offerFieldForm = submit("offerField", fieldIdInput, offerField, ({ label }, where) =>
  toList(say("“{label}” is asked again, with the answers it had.", { label }), where),
)
