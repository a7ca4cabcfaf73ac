import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** A district or ward to serve, by its code in the open data. */
export const addAreaInput = z.object({
  code: z.string().regex(/^[A-Z]\d{8}$/, say("Choose a place of the list")),
})

/** A neighbourhood that no list has, by its name. */
export const addNeighbourhoodInput = z.object({
  name: wordsSaid(say("Enter the name of the neighbourhood"), 100),
})

/** An area, by its id. */
export const areaIdInput = z.object({ id: z.uuid() })
