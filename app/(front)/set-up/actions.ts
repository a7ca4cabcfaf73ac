"use server"

import { submitOutside } from "@/app/_http/submit"
import { setUpTrellis } from "@/lib/lios/set-up/commands"
import { setUpInput } from "@/lib/lios/set-up/input"

/** Makes the first organisation of an empty installation, and leads its manager on to signing in. */
export const setUpForm = submitOutside(setUpInput, (input, { from }) => setUpTrellis(input, from))
