"use server"

import { submit } from "@/app/_http/submit"
import { addType, changeType, offerType, retireType } from "@/lib/memberships/types/commands"
import { changeTypeInput, typeIdInput, typeInput } from "@/lib/memberships/types/input"

const toList = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/memberships`,
  banner: { text },
})

export const addTypeForm = submit("addType", typeInput, addType, ({ name }, where) =>
  toList(`“${name}” is on the list.`, where),
)
export const changeTypeForm = submit("changeType", changeTypeInput, changeType, ({ name }, where) =>
  toList(`Saved “${name}”. Memberships that have begun keep their dates and fee.`, where),
)
export const retireTypeForm = submit("retireType", typeIdInput, retireType, ({ name }, where) =>
  toList(`“${name}” is retired. What has begun goes on; nothing new begins by it.`, where),
)
export const offerTypeForm = submit("offerType", typeIdInput, offerType, ({ name }, where) =>
  toList(`“${name}” is offered again.`, where),
)
