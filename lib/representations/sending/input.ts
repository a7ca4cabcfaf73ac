import { z } from "zod"
import { keys, SEND_WAYS } from "@/db/vocabulary"
import { isAddress } from "../../address"
import { addressMaybe, dateMaybe, numberMaybe, wordsMaybe } from "../../input"
import { say } from "../../words"
import { despite } from "../input"

const MOST_COPIES = 20

/** Addresses that get a copy, typed one a line or with commas between them. */
const copies = z
  .string()
  .nullish()
  .transform((typed, check) => {
    const all = [
      ...new Set(
        (typed ?? "")
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ]
    const wrong = all.find((one) => !isAddress(one))
    if (wrong)
      check.addIssue({
        code: "custom",
        message: say("“{address}” isn’t an email address", { address: wrong }),
      })
    if (all.length > MOST_COPIES)
      check.addIssue({
        code: "custom",
        message: say("Enter {most} addresses or fewer", { most: MOST_COPIES }),
      })
    return all
  })

/** Which version goes to whom and how, and by when a reply is due. */
export const sendInput = z.object({
  id: z.uuid(),
  version: numberMaybe(9999),
  how: z.enum(keys(SEND_WAYS), { error: say("Choose how you’re sending it") }),
  toName: wordsMaybe(200),
  toEmail: addressMaybe(),
  copies,
  words: wordsMaybe(4000),
  sentOn: dateMaybe(),
  replyDueOn: dateMaybe(),
  link: z.union([z.literal("yes"), z.literal("")]).nullish(),
  despite,
  button: z.enum(["send", "try"]).default("send"),
})
type Said = z.output<typeof sendInput>
export type Send = Pick<Said, "id" | "sentOn" | "replyDueOn"> & Partial<Said>
