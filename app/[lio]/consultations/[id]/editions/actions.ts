"use server"

import { submit } from "@/app/_http/submit"
import { correctEdition, publishEdition, withdrawEdition } from "@/lib/consultations/editions/commands"
import {
  correctEditionInput,
  oneEditionInput,
  withdrawEditionInput,
} from "@/lib/consultations/editions/input"
import { editionPath } from "@/lib/consultations/editions/words"
import { say } from "@/lib/words"
import { addressOf } from "../../_parts/paths"

export const correctEditionForm = submit(
  "correctEdition",
  correctEditionInput,
  correctEdition,
  ({ id, edition }, { lio }) => ({
    to: addressOf(lio, id, "editions"),
    banner: { text: say("Edition {edition} is ready. Check it, then publish it.", { edition }) },
  }),
)

export const publishEditionForm = submit(
  "publishEdition",
  oneEditionInput,
  publishEdition,
  ({ id, edition }, { lio }) => ({
    to: addressOf(lio, id, "editions"),
    banner: {
      text: say("Edition {edition} is published and won’t change.", { edition }),
      links: [{ label: say("See it as everybody does"), href: editionPath(lio, id, edition) }],
    },
  }),
)

export const withdrawEditionForm = submit(
  "withdrawEdition",
  withdrawEditionInput,
  withdrawEdition,
  ({ id, edition }, { lio }) => ({
    to: addressOf(lio, id, "editions"),
    banner: {
      text: say("Edition {edition} has been withdrawn. Anybody who opens its address will see why.", {
        edition,
      }),
    },
  }),
)
