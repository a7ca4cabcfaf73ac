"use server"

import { submit } from "@/app/_http/submit"
import { putBlock, removeBlock, saveBlock } from "@/lib/consultations/blocks/commands"
import { putBlockInput, removeBlockInput, saveBlockInput } from "@/lib/consultations/blocks/input"
import { say } from "@/lib/words"
import { addressOf } from "../_parts/paths"

export const saveBlockForm = submit(
  "saveBlock",
  saveBlockInput,
  saveBlock,
  ({ consultationId, name }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: {
      text: say("Saved as the block “{name}”. You can put it into any draft.", { name }),
      links: [{ label: say("See your blocks"), href: `/${lio}/consultations/blocks` }],
    },
  }),
)

export const putBlockForm = submit(
  "putBlock",
  putBlockInput,
  putBlock,
  ({ consultationId, name, added }, { lio }) => ({
    to: addressOf(lio, consultationId, "questions"),
    banner: { text: say("Added {added} from the block “{name}”.", { added, name }) },
  }),
)

export const removeBlockForm = submit("removeBlock", removeBlockInput, removeBlock, ({ name }, { lio }) => ({
  to: `/${lio}/consultations/blocks`,
  banner: { text: say("Removed the block “{name}”", { name }) },
}))
