"use server"

import { submit } from "@/app/_http/submit"
import { addType, changeType, offerType, retireType } from "@/lib/memberships/types/commands"
import { changeTypeInput, typeIdInput, typeInput } from "@/lib/memberships/types/input"
import { say } from "@/lib/words"

const toList = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/memberships`,
  banner: { text },
})

export const addTypeForm = submit("addType", typeInput, addType, ({ name }, where) =>
  toList(say("“{name}” is on the list.", { name }), where),
)
export const changeTypeForm = submit("changeType", changeTypeInput, changeType, ({ name }, where) =>
  toList(say("Saved “{name}”. Memberships that have begun keep their dates and fee.", { name }), where),
)
export const retireTypeForm = submit("retireType", typeIdInput, retireType, ({ name }, where) =>
  toList(
    say("“{name}” is retired. Memberships that have begun continue; no new ones begin with it.", { name }),
    where,
  ),
)
export const offerTypeForm = submit("offerType", typeIdInput, offerType, ({ name }, where) =>
  toList(say("“{name}” is offered again.", { name }), where),
)
