"use server"

import { z } from "zod"
import { submitOutside } from "@/app/_http/submit"
import { RuleBroken } from "@/lib/errors"
import { dateMaybe, numberMaybe, wordsSaid } from "@/lib/input"
import { say } from "@/lib/words"

/** Refuses whatever is sent, so that the errors of a form can be seen. */
export const refuseForm = submitOutside(
  z.object({
    groupName: wordsSaid(say("Enter the name of the group")),
    people: numberMaybe(),
    about: wordsSaid(say("Enter what they do"), 20),
    on: dateMaybe(),
  }),
  async () => {
    throw new RuleBroken("This form is only for looking at.")
  },
)
